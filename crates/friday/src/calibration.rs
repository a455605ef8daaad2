//! Whether we kept our word, with the bound that the number of promises allows to state.

use statrs::function::beta::inv_beta_reg;

use crate::Span;

/// Lower Clopper-Pearson bound of a share, `hits` of `of`, at confidence `level` (one-sided). No data: 0.
pub fn lower_bound(hits: u64, of: u64, level: f64) -> f64 {
    if hits == 0 || of == 0 {
        return 0.0;
    }
    let hits = hits.min(of);
    if hits == of {
        return libm::pow(1.0 - level, 1.0 / of as f64);
    }
    inv_beta_reg(hits as f64, (of - hits) as f64 + 1.0, 1.0 - level)
}

/// Upper Clopper-Pearson bound of a share, `hits` of `of`, at confidence `level` (one-sided). No data: 1.
pub fn upper_bound(hits: u64, of: u64, level: f64) -> f64 {
    1.0 - lower_bound(of.saturating_sub(hits), of, level)
}

/// How many promises it takes, `misses` of them broken, before the kept share is at least `target` at 95 %.
pub fn promises_needed(target: f64, misses: u64) -> u64 {
    let shown = |of: u64| lower_bound(of - misses, of, 0.95) >= target;
    let mut high = misses + 1;
    while !shown(high) {
        if high > 1 << 40 {
            return high;
        }
        high *= 2;
    }
    let mut low = misses + 1;
    while low < high {
        let middle = low + (high - low) / 2;
        if shown(middle) { high = middle } else { low = middle + 1 }
    }
    low
}

/// Promises made and kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Quotes or promises that came due.
    pub quoted: u64,
    /// Of these, kept.
    pub kept: u64,
}

impl Coverage {
    /// Counts one.
    pub fn add(&mut self, kept: bool) {
        self.quoted += 1;
        self.kept += u64::from(kept);
    }

    /// Kept share; none without data.
    pub fn share(self) -> Option<f64> {
        (self.quoted > 0).then(|| self.kept as f64 / self.quoted as f64)
    }

    /// The share that is at least kept, at 95 %.
    pub fn at_least(self) -> f64 {
        lower_bound(self.kept, self.quoted, 0.95)
    }

    /// Whether a kept share of `level` lies in the two-sided 95 % interval of what was seen.
    pub fn agrees_with(self, level: f64) -> bool {
        lower_bound(self.kept, self.quoted, 0.975) <= level
            && level <= upper_bound(self.kept, self.quoted, 0.975)
    }
}

/// An alarm that may be looked at after every promise without raising false alarms by looking often.
///
/// Two bets against "at most `miss` of all promises break" run side by side; their mean is a test martingale, so by
/// Ville's inequality it reaches [`Alarm::THRESHOLD`] with probability at most 5 % ever while the claim is true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alarm {
    miss: f64,
    quick: f64,
    slow: f64,
}

impl Alarm {
    /// The wealth at which the claim is given up.
    pub const THRESHOLD: f64 = 20.0;
    /// Bets: the first finds ten-fold miss rates in some 700 promises, the second three-fold in some 6,000.
    const BETS: (f64, f64) = (9.0, 3.0);

    /// A fresh alarm for a claimed miss rate, 3e-4 for 99.97 %.
    pub const fn new(miss: f64) -> Self {
        Self { miss, quick: 1.0, slow: 1.0 }
    }

    /// Read back from its two stored wealths.
    pub const fn resumed(miss: f64, quick: f64, slow: f64) -> Self {
        Self { miss, quick, slow }
    }

    /// The wealth of both bets, to be stored.
    pub const fn wealths(self) -> (f64, f64) {
        (self.quick, self.slow)
    }

    /// Takes in one promise that came due; true when the alarm rings now or rang already.
    pub fn observe(&mut self, kept: bool) -> bool {
        let surprise = f64::from(u8::from(!kept)) - self.miss;
        if !self.rings() {
            self.quick *= 1.0 + Self::BETS.0 * surprise;
            self.slow *= 1.0 + Self::BETS.1 * surprise;
        }
        self.rings()
    }

    /// Wealth: how many times better the claim's opponents have bet than the claim allows.
    pub const fn evidence(self) -> f64 {
        f64::midpoint(self.quick, self.slow)
    }

    /// Whether the claim has been given up.
    pub const fn rings(self) -> bool {
        self.evidence() >= Self::THRESHOLD
    }
}

/// One band of predicted probability of being late, and what happened to the files in it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    /// Lower edge; the upper edge is the next band's.
    pub from: f64,
    /// Predictions in the band.
    pub count: u64,
    /// Sum of the predictions.
    pub predicted: f64,
    /// How many were late.
    pub late: u64,
}

impl Band {
    /// Mean prediction; none without data.
    pub fn predicted_share(self) -> Option<f64> {
        (self.count > 0).then(|| self.predicted / self.count as f64)
    }

    /// Whether the mean prediction lies in the two-sided 95 % interval of what happened. No data agree with anything.
    pub fn agrees(self) -> bool {
        self.predicted_share().is_none_or(|predicted| {
            lower_bound(self.late, self.count, 0.975) <= predicted
                && predicted <= upper_bound(self.late, self.count, 0.975)
        })
    }
}

/// Lower edges of the bands.
const EDGES: [f64; 7] = [0.0, 0.002, 0.01, 0.02, 0.1, 0.3, 0.6];

/// Predictions by band, against what happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bands([Band; EDGES.len()]);

impl Default for Bands {
    fn default() -> Self {
        Self(EDGES.map(|from| Band { from, ..Band::default() }))
    }
}

impl Bands {
    /// Counts one file: predicted probability of being late, and whether it was.
    pub fn add(&mut self, p: f64, late: bool) {
        if let Some(band) = self.0.iter_mut().rev().find(|band| p >= band.from) {
            band.count += 1;
            band.predicted += p;
            band.late += u64::from(late);
        }
    }

    /// The bands, lowest first.
    pub fn as_slice(&self) -> &[Band] {
        &self.0
    }
}

/// Conformal margin: what must be added to a quoted quantile so that the share kept is what it says.
///
/// `residuals` are actual minus quoted times of the last files of the group. None while they are too few for the level
/// (19 for 95 %, 99 for 99 %); then the quote stands as computed.
pub fn conformal_margin(residuals: &[Span], level: f64) -> Option<Span> {
    let rank = ((residuals.len() + 1) as f64 * level - 1e-9).ceil() as usize;
    if rank == 0 || rank > residuals.len() {
        return None;
    }
    let mut sorted = residuals.to_vec();
    let (_, margin, _) = sorted.select_nth_unstable(rank - 1);
    Some(*margin)
}

/// One step of adaptive conformal inference (Gibbs, Candès 2021): the miss rate to ask for next.
pub fn adapted_miss_rate(current: f64, wanted: f64, missed: bool) -> f64 {
    const STEP: f64 = 0.01;
    (current + STEP * (wanted - f64::from(u8::from(missed)))).clamp(0.001, 0.5)
}

/// The largest threshold on p whose promised set met the target in the past: theta of the promise rule.
///
/// `past` are (p at acceptance, late) of promises due, simulated shadow days included. Before they suffice: `start`.
pub fn threshold(past: &[(f64, bool)], target_miss: f64, start: f64) -> f64 {
    let mut sorted = past.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut misses, mut best) = (0, None);
    for (rank, &(p, late)) in sorted.iter().enumerate() {
        misses += u64::from(late);
        let last_of_its_p = sorted.get(rank + 1).is_none_or(|next| next.0 > p);
        if last_of_its_p && upper_bound(misses, rank as u64 + 1, 0.95) <= target_miss {
            best = Some(p);
        }
    }
    best.unwrap_or(start)
}

#[cfg(test)]
mod tests;
