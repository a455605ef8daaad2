//! The text of packs: all files of a pack as one text, and small edits that keep everything else as written.

use app::policy::PackText;
use jiff::civil::Date;

/// All files of a pack as one text: a line `=== path ===` before each.
pub(super) fn print(files: &[PackText]) -> String {
    files.iter().map(|(path, text)| format!("=== {path} ===\n{}\n", text.trim_end())).collect()
}

/// Reads [`print`] back; nothing when the text does not begin with the line of a file.
pub(super) fn read(text: &str) -> Option<Vec<PackText>> {
    let mut files: Vec<PackText> = Vec::new();
    for line in text.trim_start_matches('\u{feff}').lines() {
        let line = line.trim_end_matches('\r');
        if let Some(path) = line.strip_prefix("=== ").and_then(|rest| rest.strip_suffix(" ===")) {
            files.push((path.trim().to_owned(), String::new()));
        } else if let Some((_, text)) = files.last_mut() {
            text.push_str(line);
            text.push('\n');
        } else if !line.trim().is_empty() {
            return None;
        }
    }
    (!files.is_empty()).then_some(files)
}

/// A text area's text as a file: line feeds only, one at the end.
pub(super) fn as_file(typed: &str) -> String {
    format!("{}\n", typed.replace("\r\n", "\n").trim_end())
}

/// The revision that a pack says of itself.
pub(super) fn revision(files: &[PackText]) -> Option<u32> {
    let (_, text) = files.iter().find(|(path, _)| path == "pack.toml")?;
    let line = text.lines().find_map(|line| line.strip_prefix("revision"))?;
    line.trim_start().strip_prefix('=')?.trim().parse().ok()
}

/// Counts the revision up, unless the new files have a higher one already.
pub(super) fn count_up(files: &mut [PackText], before: Option<u32>) {
    let (Some(before), Some(now)) = (before, revision(files)) else { return };
    if now > before {
        return;
    }
    if let Some((_, text)) = files.iter_mut().find(|(path, _)| path == "pack.toml") {
        *text = edit_lines(text, |line| {
            line.starts_with("revision").then(|| format!("revision = {}", before.saturating_add(1)))
        });
    }
}

fn edit_lines(text: &str, edit: impl Fn(&str) -> Option<String>) -> String {
    text.lines().map(|line| edit(line).unwrap_or_else(|| line.to_owned()) + "\n").collect()
}

/// Lines of the table that begins with `header` and has `id = "…"`: from the header to the next one.
fn table_of(lines: &[String], header: &str, id: &str) -> Option<(usize, usize)> {
    let id = format!("id = \"{id}\"");
    let starts = lines.iter().enumerate().filter(|(_, line)| line.trim() == header).map(|(at, _)| at);
    for start in starts {
        let next = lines.iter().skip(start + 1).position(|line| line.trim() == header);
        let end = next.map_or(lines.len(), |offset| start + 1 + offset);
        if lines.get(start..end)?.iter().any(|line| line.trim() == id) {
            return Some((start, end));
        }
    }
    None
}

fn join(lines: Vec<String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}

/// Sets first and last day of a programme.
pub(super) fn with_dates(text: &str, id: &str, from: Date, to: Option<Date>) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let (start, end) = table_of(&lines, "[[programme]]", id)?;
    // Dates of the lists below the programme are their own.
    let own = lines.get(start + 1..end)?.iter().position(|line| line.trim_start().starts_with('['));
    let own_end = own.map_or(end, |offset| start + 1 + offset);
    let at = (start..own_end).find(|at| lines.get(*at).is_some_and(|line| line.starts_with("from =")))?;
    *lines.get_mut(at)? = format!("from = {from}");
    let last = (start..own_end).find(|at| lines.get(*at).is_some_and(|line| line.starts_with("to =")));
    match (last, to) {
        (Some(last), Some(to)) => *lines.get_mut(last)? = format!("to = {to}"),
        (Some(last), None) => drop(lines.remove(last)),
        (None, Some(to)) => lines.insert(at + 1, format!("to = {to}")),
        (None, None) => {}
    }
    Some(join(lines))
}

/// An exception of a calendar's year.
pub(super) enum Exception<'a> {
    /// Days off.
    Off { from: Date, to: Option<Date> },
    /// A day off that is worked, with its hours.
    Worked { on: Date, hours: Vec<&'a str> },
}

/// Adds an exception, with its name in both languages, to a year of a calendar. Nothing when the pack has no such year.
pub(super) fn with_exception(
    text: &str,
    calendar: &str,
    year: i16,
    exception: &Exception<'_>,
    names: [&str; 2],
) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let (start, end) = table_of(&lines, "[[calendar]]", calendar)?;
    let wanted = format!("year = {year}");
    let first = (start..end).find(|at| lines.get(*at).is_some_and(|line| line.trim() == wanted))?;
    let next = lines.get(first..end)?.iter().position(|line| line.trim_start().starts_with('['));
    let last = next.map_or(end, |offset| first + offset);
    let [vi, en] = names.map(|name| name.replace('\\', "\\\\").replace('"', "\\\""));
    let name = format!("name = {{ vi = \"{vi}\", en = \"{en}\" }}");
    let (list, entry) = match exception {
        Exception::Off { from, to } => {
            let to = to.map(|to| format!(", to = {to}")).unwrap_or_default();
            ("off = [", format!("    {{ from = {from}{to}, {name} }},"))
        }
        Exception::Worked { on, hours } => {
            let hours: Vec<String> = hours.iter().map(|hours| format!("\"{hours}\"")).collect();
            ("worked = [", format!("    {{ on = {on}, hours = [{}], {name} }},", hours.join(", ")))
        }
    };
    match (first..last).find(|at| lines.get(*at).is_some_and(|line| line.trim() == list)) {
        Some(at) => lines.insert(at + 1, entry),
        None => {
            // A new list stands behind the last line of the year that says something.
            let filled =
                (first..last).rev().find(|at| lines.get(*at).is_some_and(|line| !line.trim().is_empty()));
            let at = filled.unwrap_or(first) + 1;
            for (offset, line) in [list.to_owned(), entry, "]".to_owned()].into_iter().enumerate() {
                lines.insert(at + offset, line);
            }
        }
    }
    Some(join(lines))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn shipped(path: &str) -> String {
        let files = catalogue::embedded("thanh-ha-2023").unwrap();
        files.iter().find(|(name, _)| *name == path).unwrap().1.to_owned()
    }

    fn whole(path: &str, text: &str) -> Vec<PackText> {
        let files = catalogue::embedded("thanh-ha-2023").unwrap();
        let one = |(name, old): &(&str, &str)| {
            ((*name).to_owned(), if *name == path { text.to_owned() } else { (*old).to_owned() })
        };
        files.iter().map(one).collect()
    }

    #[test]
    fn a_pack_survives_the_way_through_one_text() {
        // What follows the last line of a file that says something is not kept.
        let files: Vec<PackText> =
            whole("", "").into_iter().map(|(path, text)| (path, format!("{}\n", text.trim_end()))).collect();
        assert_eq!(read(&print(&files).replace('\n', "\r\n")).unwrap(), files);
        assert_eq!(read("ba con bò"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn the_revision_counts_up_once() {
        let mut files = whole("", "");
        count_up(&mut files, Some(1));
        assert_eq!(revision(&files), Some(2));
        count_up(&mut files, Some(1));
        assert_eq!(revision(&files), Some(2));
    }

    #[test]
    fn edited_texts_are_still_packs() {
        let text = shipped("programmes.toml");
        for to in [Some(date(2024, 6, 30)), None] {
            let edited = with_dates(&text, "thu-sau-khong-cho", date(2023, 10, 6), to).unwrap();
            let (pack, _) = app::policy::check("x", &whole("programmes.toml", &edited)).unwrap();
            assert_eq!(
                (pack.programmes[0].validity.from, pack.programmes[0].validity.to),
                (date(2023, 10, 6), to)
            );
        }
        assert!(with_dates(&text, "khong-co", date(2023, 10, 6), None).is_none());
    }

    #[test]
    fn days_off_and_worked_days_reach_the_calendar() {
        let text = shipped("calendars.toml");
        let id = "thanh-ha-gio-hanh-chinh";
        let names = ["Nghỉ \"bão\" số 3", "Storm"];
        let off = Exception::Off { from: date(2024, 9, 9), to: Some(date(2024, 9, 10)) };
        let edited = with_exception(&text, id, 2024, &off, names).unwrap();
        let worked = Exception::Worked { on: date(2023, 9, 16), hours: vec!["07:30-11:30"] };
        let edited = with_exception(&edited, id, 2023, &worked, ["Làm bù", "Made up"]).unwrap();
        let (pack, _) = app::policy::check("x", &whole("calendars.toml", &edited)).unwrap();
        let year = |wanted| pack.calendars[0].years.iter().find(|year| year.year == wanted).unwrap();
        assert!(
            year(2024)
                .off
                .iter()
                .any(|off| off.name.vi == "Nghỉ \"bão\" số 3" && off.to == date(2024, 9, 10))
        );
        assert!(year(2023).worked.iter().any(|worked| worked.on == date(2023, 9, 16)));
        assert!(with_exception(&text, id, 1999, &off, names).is_none());
    }
}
