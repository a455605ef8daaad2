//! The answer as a page of its own: tables and charts, no script, ready for the printer.

use std::fmt::Write;

use friday::simulate::Outcome;
use i18n::{Arg, Key, Lang, text, text_with};
use web::simulation::chart::{self, escape};
use web::simulation::{self, Row};

use super::{FridayArguments, Played};

/// How the page looks; it stands alone, so it brings its own.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2a27}\
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}\
th,td{padding:.35rem .6rem;border-bottom:1px solid #c9d3d0;text-align:left;vertical-align:top}\
td{font-variant-numeric:tabular-nums}.chart{color:#0b5a4a;height:auto}@media print{body{margin:0;max-width:none}}";

/// The page.
pub(super) fn render(lang: Lang, played: &[Played], arguments: &FridayArguments) -> String {
    let names: Vec<&str> = played.iter().map(|played| played.name.as_str()).collect();
    let outcomes: Vec<&Outcome> = played.iter().map(|played| &played.outcome).collect();
    let title = escape(&names.join(" · "));
    let tag = match lang {
        Lang::Vi => "vi",
        Lang::En => "en",
    };
    let mut html = format!(
        "<!doctype html><html lang=\"{tag}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><style>{STYLE}</style><h1>{title}</h1>"
    );
    let n = i18n::format::number(lang, i64::from(arguments.replications));
    let seed = arguments.seed.to_string();
    let said = text_with(lang, Key::SimReplications, &[("n", Arg::Text(&n)), ("seed", Arg::Text(&seed))]);
    let _ = write!(html, "<p>{}</p>", escape(&said));
    table(&mut html, text(lang, Key::SimFigure), &names, &simulation::rows(lang, &outcomes));
    if let Some(first) = played.first() {
        type Chart = fn(&str, &[&Outcome], friday::DayTime) -> String;
        let charts: [(Key, Chart); 2] =
            [(Key::SimChartReady, chart::ready), (Key::SimChartKept, chart::kept_by_intake)];
        for (key, draw) in charts {
            let heading = text(lang, key);
            let _ =
                write!(html, "<h2>{}</h2>{}", escape(heading), draw(heading, &outcomes, first.plan.closing));
        }
    }
    for played in played.iter().filter(|played| !played.gains.is_empty()) {
        let title = text(lang, Key::SimGainTitle);
        let _ = write!(html, "<h2>{}: {}</h2>", escape(title), escape(&played.name));
        let rows = simulation::gain_rows(lang, &played.gains);
        table(&mut html, text(lang, Key::SimGainWhat), &simulation::gain_headings(lang), &rows);
    }
    if let Some((first, others)) = played.split_first().filter(|_| arguments.compare) {
        let title = text_with(lang, Key::SimCompared, &[("name", Arg::Text(&first.name))]);
        let _ = write!(html, "<h2>{}</h2>", escape(&title));
        let difference = |other: &Played| {
            let gain = friday::simulate::difference(&first.outcome, &other.outcome);
            simulation::difference_row(lang, &other.name, &gain)
        };
        let rows: Vec<Row> = others.iter().map(difference).collect();
        table(&mut html, "", &simulation::gain_headings(lang), &rows);
    }
    html.push_str("</html>\n");
    html
}

fn table(html: &mut String, heading: &str, names: &[&str], rows: &[Row]) {
    let _ = write!(html, "<table><thead><tr><th scope=\"col\">{}</th>", escape(heading));
    for name in names {
        let _ = write!(html, "<th scope=\"col\">{}</th>", escape(name));
    }
    html.push_str("</tr></thead><tbody>");
    for row in rows {
        let _ = write!(html, "<tr><th scope=\"row\">{}</th>", escape(&row.label));
        for cell in &row.cells {
            let _ = write!(html, "<td>{}</td>", escape(cell));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
}
