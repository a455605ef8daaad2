//! What happened to a dossier, with who did it: the staff's story of a file.

use domain::dossier::{
    Amendment, Collector, CollectorIdentity, Delivery, Event, IssuedResult, Outcome, Reception,
    SupplementItem,
};
use domain::money::Dong;
use jiff::Timestamp;

use super::{authorisation, channel, list, outcome, pause_cause, payment_method, phrase, say, when};
use crate::{Key, Lang, format, text};

/// The event in a sentence or two: who did what, and the detail that matters.
///
/// Holds names and typed reasons: for staff only. Anybody with the code reads [`super::event_fact`].
pub fn event_sentence(event: &Event, actor: &str, lang: Lang) -> String {
    let teller = Teller { actor, lang };
    match event {
        Event::Received(reception) => teller.received(reception),
        Event::SupplementRequested { items, reason } => teller.supplement(items, reason),
        Event::Supplemented { statutory_due_at, .. } => {
            teller.due(Key::StagesEventSupplemented, *statutory_due_at, &[])
        }
        Event::VerificationBegun { reason, statutory_due_at, .. } => {
            let args = [("reason", &*phrase(reason))];
            teller.due(Key::StagesEventVerificationBegun, *statutory_due_at, &args)
        }
        Event::VerificationRecorded(minutes) => {
            let (place, finding) = (phrase(&minutes.place), phrase(&minutes.finding));
            let args = [("place", &*place), ("finding", &*finding)];
            teller.tell(Key::StagesEventVerificationRecorded, &args)
        }
        Event::Suspended { cause, reason } => {
            let args = [("cause", pause_cause(*cause, lang)), ("reason", &*phrase(reason))];
            teller.tell(Key::StagesEventSuspended, &args)
        }
        Event::Resumed { statutory_due_at } => teller.due(Key::StagesEventResumed, *statutory_due_at, &[]),
        Event::Extended { statutory_due_at, reason, fault, late_notice } => {
            let key = if *late_notice { Key::StagesEventExtendedLate } else { Key::StagesEventExtended };
            let (reason, fault) = (phrase(reason), phrase(fault));
            teller.due(key, *statutory_due_at, &[("reason", &*reason), ("fault", &*fault)])
        }
        Event::Appraised { proposal, note, .. } => teller.appraised(*proposal, note),
        Event::SentBack { reason } => teller.because(Key::StagesEventSentBack, reason),
        Event::Approved { outcome, reason, result } => teller.approved(*outcome, reason, result),
        Event::HandedBack { collector, delivery, .. } => teller.handed(collector, *delivery),
        Event::Withdrawn { reason } => teller.because(Key::StagesEventWithdrawn, reason),
        Event::Stopped { reason } => teller.because(Key::StagesEventStopped, reason),
        Event::Amended { amendment, reason } => {
            let parts = list(lang, Key::StagesListAnd, &parts(amendment, lang));
            let args = [("parts", &*parts), ("reason", &*phrase(reason))];
            teller.tell(Key::StagesEventAmended, &args)
        }
        Event::Voided { reason } => teller.because(Key::StagesEventVoided, reason),
        Event::ResultRevoked { reason } => teller.because(Key::StagesEventResultRevoked, reason),
        Event::FileAttached { file, .. } => {
            teller.tell(Key::StagesEventFileAttached, &[("file", file.name.as_str())])
        }
        Event::FeePaid { amount, method, bill } => teller.paid(*amount, payment_method(*method, lang), bill),
        Event::FeeExempted { reason } => teller.because(Key::StagesEventFeeExempted, reason),
        Event::FeeRefunded { amount, reason } => {
            let (amount, reason) = (format::money(lang, *amount), phrase(reason));
            let args = [("amount", &*amount), ("reason", &*reason)];
            teller.tell(Key::StagesEventFeeRefunded, &args)
        }
        Event::SynchronisationChanged { to } => {
            let state = super::synchronisation(*to, lang);
            teller.tell(Key::StagesEventSynchronisationChanged, &[("state", state)])
        }
    }
}

/// Who acted, and the language of the story.
#[derive(Clone, Copy)]
struct Teller<'a> {
    actor: &'a str,
    lang: Lang,
}

impl Teller<'_> {
    fn tell(self, key: Key, args: &[(&str, &str)]) -> String {
        let mut all = vec![("actor", self.actor)];
        all.extend_from_slice(args);
        say(self.lang, key, &all)
    }

    fn because(self, key: Key, reason: &str) -> String {
        self.tell(key, &[("reason", &phrase(reason))])
    }

    fn due(self, key: Key, due_at: Timestamp, args: &[(&str, &str)]) -> String {
        let due = when::at(self.lang, due_at);
        let mut all = vec![("due", due.as_str())];
        all.extend_from_slice(args);
        self.tell(key, &all)
    }

    /// The time told is the one the citizen was told: the promise where there is one.
    fn received(self, reception: &Reception) -> String {
        let due_at = reception.commitment_due_at.unwrap_or(reception.statutory_due_at);
        self.due(Key::StagesEventReceived, due_at, &[("channel", channel(reception.channel, self.lang))])
    }

    fn supplement(self, items: &[SupplementItem], reason: &str) -> String {
        let items: Vec<String> = items.iter().map(|item| phrase(&item.what)).collect();
        let args = [("items", &*items.join("; ")), ("reason", &*phrase(reason))];
        self.tell(Key::StagesEventSupplementRequested, &args)
    }

    fn appraised(self, proposal: Outcome, note: &str) -> String {
        let (proposal, note) = (outcome(proposal, self.lang), phrase(note));
        if note.is_empty() {
            return self.tell(Key::StagesEventAppraised, &[("proposal", proposal)]);
        }
        self.tell(Key::StagesEventAppraisedNote, &[("proposal", proposal), ("note", &note)])
    }

    fn approved(self, outcome: Outcome, reason: &str, result: &IssuedResult) -> String {
        let (number, reason) = (result.number.to_string(), phrase(reason));
        let told = match outcome {
            Outcome::Granted => self.tell(Key::StagesEventApproved, &[("number", &number)]),
            Outcome::Refused => {
                self.tell(Key::StagesEventRefused, &[("number", &number), ("reason", &reason)])
            }
        };
        // By whose power, when it was not the signer's own.
        match (result.data.get("delegated_by"), result.data.get("delegation")) {
            (Some(leader), Some(delegation)) => {
                let args = [("leader", leader.as_str()), ("delegation", delegation.as_str())];
                format!("{told} {}", self.tell(Key::StagesEventDelegated, &args))
            }
            (None, _) | (_, None) => told,
        }
    }

    fn handed(self, collector: &Collector, delivery: Delivery) -> String {
        let name = ("collector", collector.name.as_str());
        let key = match (delivery, &collector.identity) {
            (Delivery::Handed, CollectorIdentity::Proxy { authorisation: brought, .. }) => {
                let paper = authorisation(*brought, self.lang);
                return self.tell(Key::StagesEventHandedProxy, &[name, ("authorisation", paper)]);
            }
            (Delivery::Handed, CollectorIdentity::Applicant) => Key::StagesEventHanded,
            (Delivery::Posted, _) => Key::StagesEventPosted,
            (Delivery::Downloaded, _) => Key::StagesEventDownloaded,
            (Delivery::Ready, _) => Key::StagesEventHandedReady,
            (Delivery::None, _) => Key::StagesEventHandedNone,
        };
        self.tell(key, &[name])
    }

    fn paid(self, amount: Dong, method: &str, bill: &str) -> String {
        let (amount, bill) = (format::money(self.lang, amount), phrase(bill));
        let paid = [("amount", amount.as_str()), ("method", method)];
        if bill.is_empty() {
            return self.tell(Key::StagesEventFeePaid, &paid);
        }
        let [amount, method] = paid;
        self.tell(Key::StagesEventFeePaidBill, &[amount, method, ("bill", &bill)])
    }
}

/// What an amendment touched, in words.
fn parts(amendment: &Amendment, lang: Lang) -> Vec<String> {
    let Amendment { applicant, proxy, needs, answers, copies } = amendment;
    let copies = copies.as_ref().map(|(copies, _)| {
        let copies = format::number(lang, i64::from(*copies));
        say(lang, Key::StagesPartCopies, &[("copies", &copies)])
    });
    let touched = [
        (applicant.is_some(), Key::StagesPartApplicant),
        (proxy.is_some(), Key::StagesPartProxy),
        (needs.is_some(), Key::StagesPartNeeds),
        (answers.is_some(), Key::StagesPartAnswers),
    ];
    let named = touched.into_iter().filter(|(is_touched, _)| *is_touched);
    let mut parts: Vec<String> = named.map(|(_, key)| text(lang, key).to_owned()).collect();
    parts.extend(copies);
    if parts.is_empty() {
        parts.push(text(lang, Key::StagesPartNone).to_owned());
    }
    parts
}
