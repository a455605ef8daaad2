//! Fees: what is owed, how it was paid, who pays nothing.

use domain::dossier::{Finance, PaymentMethod};
use domain::procedure::{Exemption, FeeKind};

use super::say;
use crate::{Key, Lang, format, text};

/// Where the fee stands: `Còn phải nộp 8.000 đ`.
pub fn finance(finance: Finance, lang: Lang) -> String {
    let (key, amount) = match finance {
        Finance::None => return text(lang, Key::StagesFinanceNone).to_owned(),
        Finance::Exempt => return text(lang, Key::StagesFinanceExempt).to_owned(),
        Finance::Due(amount) => (Key::StagesFinanceDue, amount),
        Finance::Paid(amount) => (Key::StagesFinancePaid, amount),
        Finance::Refunded(amount) => (Key::StagesFinanceRefunded, amount),
    };
    say(lang, key, &[("amount", &format::money(lang, amount))])
}

/// How it was paid: `Tiền mặt`.
pub fn payment_method(method: PaymentMethod, lang: Lang) -> &'static str {
    let key = match method {
        PaymentMethod::Cash => Key::StagesPaymentCash,
        PaymentMethod::Transfer => Key::StagesPaymentTransfer,
    };
    text(lang, key)
}

/// Charge or state fee: `Lệ phí`.
pub fn fee_kind(kind: FeeKind, lang: Lang) -> &'static str {
    let key = match kind {
        FeeKind::Charge => Key::StagesFeeCharge,
        FeeKind::StateFee => Key::StagesFeeState,
    };
    text(lang, key)
}

/// Who pays nothing: `Người cao tuổi`.
pub fn exemption(exemption: Exemption, lang: Lang) -> &'static str {
    let key = match exemption {
        Exemption::Child => Key::StagesExemptionChild,
        Exemption::PoorHousehold => Key::StagesExemptionPoorHousehold,
        Exemption::Elderly => Key::StagesExemptionElderly,
        Exemption::Disabled => Key::StagesExemptionDisabled,
        Exemption::Merit => Key::StagesExemptionMerit,
        Exemption::Minority => Key::StagesExemptionMinority,
    };
    text(lang, key)
}
