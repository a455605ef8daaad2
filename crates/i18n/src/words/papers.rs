//! Papers, events of life, and how sure we are of a source.

use domain::dossier::Digitised;
use domain::law::{Certainty, LegalSource};
use domain::procedure::{ComponentKind, CopyKind, LifeEvent};

use super::say;
use crate::{Key, Lang, text};

/// What a row of the list of papers is: `Giấy tờ phải nộp`.
pub fn component_kind(kind: ComponentKind, lang: Lang) -> &'static str {
    let key = match kind {
        ComponentKind::Submit => Key::StagesComponentSubmit,
        ComponentKind::Present => Key::StagesComponentPresent,
        ComponentKind::Condition => Key::StagesComponentCondition,
        ComponentKind::Note => Key::StagesComponentNote,
    };
    text(lang, key)
}

/// In which form a paper is wanted: `Bản chính`.
pub fn copy_kind(kind: CopyKind, lang: Lang) -> &'static str {
    let key = match kind {
        CopyKind::Original => Key::StagesCopyOriginal,
        CopyKind::Copy => Key::StagesCopyCopy,
        CopyKind::CertifiedCopy => Key::StagesCopyCertified,
        CopyKind::Form => Key::StagesCopyForm,
    };
    text(lang, key)
}

/// How a paper became electronic: `Đã quét hoặc chụp`.
pub fn digitised(digitised: Digitised, lang: Lang) -> &'static str {
    let key = match digitised {
        Digitised::No => Key::StagesDigitisedNo,
        Digitised::Scanned => Key::StagesDigitisedScanned,
        Digitised::ReusedComponent => Key::StagesDigitisedReusedComponent,
        Digitised::ReusedResult => Key::StagesDigitisedReusedResult,
        Digitised::FromDatabase => Key::StagesDigitisedFromDatabase,
    };
    text(lang, key)
}

/// What brings somebody to the counter: `Kinh doanh, giấy phép`.
pub fn life_event(event: LifeEvent, lang: Lang) -> &'static str {
    let key = match event {
        LifeEvent::Birth => Key::StagesLifeBirth,
        LifeEvent::Marriage => Key::StagesLifeMarriage,
        LifeEvent::Death => Key::StagesLifeDeath,
        LifeEvent::Copies => Key::StagesLifeCopies,
        LifeEvent::Business => Key::StagesLifeBusiness,
        LifeEvent::Other => Key::StagesLifeOther,
    };
    text(lang, key)
}

/// How sure we are: `theo trí nhớ, chưa đối chiếu`.
pub fn certainty(certainty: Certainty, lang: Lang) -> &'static str {
    let key = match certainty {
        Certainty::Verified => Key::StagesCertaintyVerified,
        Certainty::Memory => Key::StagesCertaintyMemory,
        Certainty::Reconstruction => Key::StagesCertaintyReconstruction,
    };
    text(lang, key)
}

/// A citation; how sure we are of it is added unless it was checked.
pub fn source(source: &LegalSource, lang: Lang) -> String {
    match source.certainty {
        Certainty::Verified => source.citation.clone(),
        unsure @ (Certainty::Memory | Certainty::Reconstruction) => {
            let args = [("citation", source.citation.as_str()), ("certainty", certainty(unsure, lang))];
            say(lang, Key::StagesSourceUncertain, &args)
        }
    }
}
