//! Series of numbers: codes per agency and day, results per unit, register and year. None may have a gap.

use std::collections::BTreeMap;

use domain::dossier::Dossier;

/// How many numbers of a series were met, and the highest of them.
#[derive(Debug, Clone, Copy, Default)]
struct Met {
    count: u64,
    highest: u64,
}

/// Every series that was met. No number is given twice in one series (the database sees to that), so a series without
/// a gap has as many numbers as its highest says.
#[derive(Debug, Default)]
pub struct Serials {
    series: BTreeMap<String, Met>,
}

impl Serials {
    /// Takes note of the numbers of a dossier. The codes of an imported register are of another office's counting.
    pub fn add(&mut self, state: &Dossier) {
        if state.reception.imported_from.is_none()
            && let Some((series, serial)) = state.code().as_str().rsplit_once('-')
        {
            self.met(series.to_owned(), serial.parse().unwrap_or_default());
        }
        if let Some(result) = &state.result {
            let number = &result.number;
            let series = format!("{} {}/{}", state.deciding_unit(), number.year, number.register);
            self.met(series, number.serial);
        }
    }

    fn met(&mut self, series: String, serial: u64) {
        let met = self.series.entry(series).or_default();
        met.count += 1;
        met.highest = met.highest.max(serial);
    }

    /// The first series with a gap, and its highest number.
    pub fn gap(&self) -> Option<(String, u64)> {
        let gapped = self.series.iter().find(|(_, met)| met.count != met.highest);
        gapped.map(|(series, met)| (series.clone(), met.highest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_found_in_any_order() {
        let mut serials = Serials::default();
        for serial in [2, 1, 3] {
            serials.met("H23.26.10-240202".to_owned(), serial);
        }
        assert_eq!(serials.gap(), None);
        serials.met("H23.26.10-240209".to_owned(), 2);
        assert_eq!(serials.gap(), Some(("H23.26.10-240209".to_owned(), 2)));
    }
}
