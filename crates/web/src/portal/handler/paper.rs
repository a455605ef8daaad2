//! The paper for everybody: the list on the wall. Results are given to their owners only.

use crate::portal::ErrorKind;
use crate::reply;
use crate::site::{Ask, Site};
use app::Policy;
use app::paper::{self, PaperSize, Pdf};
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::place::UnitCode;
use domain::time::civil;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::answer::Query;

/// Most lists kept drawn; all units of a district in both sizes are fewer.
const KEPT_MAX: usize = 64;

/// Lists that were drawn: drawing costs a core for a while, and anybody may ask.
#[derive(Clone, Default)]
pub struct Drawn(Arc<Mutex<BTreeMap<Wanted, Pdf>>>);

/// What a drawn list depends on: unit, day, size and the packs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Wanted {
    unit: UnitCode,
    on: Date,
    large: bool,
    packs: Vec<(String, u32)>,
}

impl Drawn {
    fn find(&self, wanted: &Wanted) -> Option<Pdf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(wanted).cloned()
    }

    fn keep(&self, wanted: Wanted, pdf: Pdf) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        kept.insert(wanted, pdf);
    }
}

/// `/khong-cho/{unit}/niem-yet.pdf?kho=A3|A4`: the list as it hangs at the counter; A3 unless asked otherwise.
pub async fn notice(
    State(site): State<Site>,
    Extension(drawn): Extension<Drawn>,
    ask: Ask,
    Path(code): Path<String>,
    Query(fields): Query,
) -> Response {
    let on = civil(site.app.clock.now()).date();
    let policy = site.app.policy();
    let unit: Option<UnitCode> = code.parse().ok();
    let Some(unit) = unit.filter(|unit| !policy.list_of(unit, on).is_empty()) else {
        return reply::error(&ask, ErrorKind::NotFound);
    };
    let size = if fields.get("kho") == "A4" { PaperSize::A4 } else { PaperSize::A3 };
    let wanted = Wanted { unit, on, large: size == PaperSize::A3, packs: revisions(&policy) };
    if let Some(pdf) = drawn.find(&wanted) {
        return reply::pdf(&pdf.file_name, pdf.bytes);
    }
    match paper::no_wait_notice(&site.app, &wanted.unit, on, size).await {
        Ok(pdf) => {
            drawn.keep(wanted, pdf.clone());
            reply::pdf(&pdf.file_name, pdf.bytes)
        }
        Err(error) => reply::failed(&ask, &error),
    }
}

fn revisions(policy: &Policy) -> Vec<(String, u32)> {
    policy.packs().iter().map(|pack| (pack.id.clone(), pack.revision)).collect()
}
