//! What a dossier costs: a function of version, channel, date of submission, exemption and quantity.

use jiff::civil::Date;

use super::{Bilingual, CaseFacts, Condition, FeeId};
use crate::channel::Channel;
use crate::law::LegalSource;
use crate::money::Dong;
use crate::validity::Validity;

/// Phí and lệ phí are different kinds of money and are settled apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeeKind {
    /// Phí: a charge for a service.
    Charge,
    /// Lệ phí: a fixed state fee.
    StateFee,
}

impl FeeKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Charge, Self::StateFee];

    /// The name used in packs and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Charge => "charge",
            Self::StateFee => "state_fee",
        }
    }
}

/// Who pays nothing where a fee line allows it.
///
/// # Legal source
/// Law on Civil Status 60/2014/QH13 Art 11 and provincial resolutions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exemption {
    /// Trẻ em.
    Child,
    /// Người thuộc hộ nghèo.
    PoorHousehold,
    /// Người cao tuổi.
    Elderly,
    /// Người khuyết tật.
    Disabled,
    /// Người thuộc gia đình có công với cách mạng.
    Merit,
    /// Đồng bào dân tộc thiểu số ở xã đặc biệt khó khăn.
    Minority,
}

impl Exemption {
    /// All exemptions.
    pub const ALL: [Self; 6] =
        [Self::Child, Self::PoorHousehold, Self::Elderly, Self::Disabled, Self::Merit, Self::Minority];

    /// The name used in packs, forms and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::PoorHousehold => "poor_household",
            Self::Elderly => "elderly",
            Self::Disabled => "disabled",
            Self::Merit => "merit",
            Self::Minority => "minority",
        }
    }

    /// Reads [`Exemption::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|exemption| exemption.name() == name)
    }
}

/// How an amount is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tariff {
    /// 0 đ by rule.
    Zero,
    /// One amount for the dossier.
    Flat(Dong),
    /// An amount for each copy or item.
    PerCopy(Dong),
    /// By pages of the original, with a ceiling for each copy.
    ///
    /// # Legal source
    /// Circular 226/2016/TT-BTC: 2,000 đ a page, from the third page 1,000 đ, at most 200,000 đ a copy.
    CertifiedCopy {
        /// How many pages cost the first amount.
        first_pages: u32,
        /// For each of the first pages.
        first: Dong,
        /// For each further page.
        further: Dong,
        /// At most, for one copy.
        max_per_copy: Dong,
    },
}

impl Tariff {
    /// The amount for a number of copies of an original with a number of pages.
    pub fn amount(&self, copies: u32, pages: u32) -> Dong {
        match *self {
            Self::Zero => Dong::ZERO,
            Self::Flat(amount) => amount,
            Self::PerCopy(amount) => amount.saturating_mul(u64::from(copies)),
            Self::CertifiedCopy { first_pages, first, further, max_per_copy } => {
                let dear = pages.min(first_pages);
                let cheap = pages - dear;
                let copy = first
                    .saturating_mul(u64::from(dear))
                    .saturating_add(further.saturating_mul(u64::from(cheap)));
                copy.min(max_per_copy).saturating_mul(u64::from(copies))
            }
        }
    }
}

/// A line of the fee schedule. Lines of one id replace one another: the closest in force counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeRule {
    /// Which charge or fee.
    pub id: FeeId,
    /// Phí or lệ phí.
    pub kind: FeeKind,
    /// Name on the receipt.
    pub name: Bilingual,
    /// What one amount is for: `đồng/bản sao`.
    pub unit_text: Bilingual,
    /// The amount.
    pub tariff: Tariff,
    /// Only for this channel.
    pub channel: Option<Channel>,
    /// Only when this holds.
    pub condition: Condition,
    /// Days of submission for which it counts.
    pub validity: Validity,
    /// Who pays nothing.
    pub exemptions: Vec<Exemption>,
    /// What sets it, and how sure we are.
    pub source: LegalSource,
}

impl FeeRule {
    fn applies(&self, facts: &FeeFacts) -> bool {
        self.channel.is_none_or(|only| only == facts.channel)
            && self.condition.holds(&facts.case)
            && self.validity.contains(facts.on)
    }

    fn weight(&self) -> (bool, bool, Date) {
        (self.condition != Condition::Always, self.channel.is_some(), self.validity.from)
    }
}

/// What the fee depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeFacts {
    /// The true channel; paper typed in by staff is the counter.
    pub channel: Channel,
    /// Day of submission.
    pub on: Date,
    /// Ground for paying nothing, if one is claimed and shown.
    pub exemption: Option<Exemption>,
    /// Copies or items asked for.
    pub copies: u32,
    /// Pages of the original; looked at only where the tariff counts pages.
    pub pages: u32,
    /// Case and answers.
    pub case: CaseFacts,
}

/// A line of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeLine<'a> {
    /// The rule that was used.
    pub rule: &'a FeeRule,
    /// To pay.
    pub amount: Dong,
    /// What it would cost without the exemption.
    pub full: Dong,
    /// The exemption made it nothing.
    pub exempt: bool,
}

/// What a dossier costs, line by line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeeQuote<'a> {
    /// Lines in the order of the pack.
    pub lines: Vec<FeeLine<'a>>,
    /// To pay in all.
    pub total: Dong,
    /// At least one line with an amount is waived.
    pub exempt: bool,
}

/// Quotes the fee of a schedule.
///
/// # Legal source
/// Circulars 226/2016/TT-BTC and 281/2016/TT-BTC; provincial resolutions by channel and date of submission.
pub fn quote<'a>(rules: &'a [FeeRule], facts: &FeeFacts) -> FeeQuote<'a> {
    let mut quoted = FeeQuote::default();
    for rule in rules.iter().filter(|rule| is_closest(rule, rules, facts)) {
        let full = rule.tariff.amount(facts.copies, facts.pages);
        let exempt =
            full > Dong::ZERO && facts.exemption.is_some_and(|ground| rule.exemptions.contains(&ground));
        let amount = if exempt { Dong::ZERO } else { full };
        quoted.total = quoted.total.saturating_add(amount);
        quoted.exempt |= exempt;
        quoted.lines.push(FeeLine { rule, amount, full, exempt });
    }
    quoted
}

fn is_closest(rule: &FeeRule, rules: &[FeeRule], facts: &FeeFacts) -> bool {
    let rivals = rules.iter().filter(|other| other.id == rule.id && other.applies(facts));
    rivals.max_by_key(|other| other.weight()).is_some_and(|best| std::ptr::eq(best, rule))
}
