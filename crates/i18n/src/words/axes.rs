//! The other axes of a dossier.

use domain::channel::Channel;
use domain::day::Timeliness;
use domain::dossier::{Delivery, Outcome, PauseCause, Synchronisation};

use crate::{Key, Lang, text};

/// How it came in: `Trực tuyến`.
pub fn channel(channel: Channel, lang: Lang) -> &'static str {
    let key = match channel {
        Channel::Counter => Key::StagesChannelCounter,
        Channel::Online => Key::StagesChannelOnline,
        Channel::Post => Key::StagesChannelPost,
    };
    text(lang, key)
}

/// Where the result is: `Đã trao tận tay`.
pub fn delivery(delivery: Delivery, lang: Lang) -> &'static str {
    let key = match delivery {
        Delivery::None => Key::StagesDeliveryNone,
        Delivery::Ready => Key::StagesDeliveryReady,
        Delivery::Handed => Key::StagesDeliveryHanded,
        Delivery::Posted => Key::StagesDeliveryPosted,
        Delivery::Downloaded => Key::StagesDeliveryDownloaded,
    };
    text(lang, key)
}

/// What the national portal knows.
pub fn synchronisation(state: Synchronisation, lang: Lang) -> &'static str {
    let key = match state {
        Synchronisation::None => Key::StagesSynchronisationNone,
        Synchronisation::Queued => Key::StagesSynchronisationQueued,
        Synchronisation::Sent => Key::StagesSynchronisationSent,
        Synchronisation::Failed => Key::StagesSynchronisationFailed,
    };
    text(lang, key)
}

/// How it was decided: `Đồng ý giải quyết`.
pub fn outcome(outcome: Outcome, lang: Lang) -> &'static str {
    let key = match outcome {
        Outcome::Granted => Key::StagesOutcomeGranted,
        Outcome::Refused => Key::StagesOutcomeRefused,
    };
    text(lang, key)
}

/// Why the clock stands still: `Chờ nộp phí, lệ phí`.
pub fn pause_cause(cause: PauseCause, lang: Lang) -> &'static str {
    let key = match cause {
        PauseCause::Supplement => Key::StagesPauseSupplement,
        PauseCause::Payment => Key::StagesPausePayment,
        PauseCause::Outside => Key::StagesPauseOutside,
    };
    text(lang, key)
}

/// Early, on time, overdue: `Trước hạn`.
pub fn timeliness(timeliness: Timeliness, lang: Lang) -> &'static str {
    let key = match timeliness {
        Timeliness::Early => Key::StagesEarly,
        Timeliness::OnTime => Key::StagesOnTime,
        Timeliness::Overdue => Key::StagesOverdue,
    };
    text(lang, key)
}
