//! When something did not work: what happened, what is kept, what to do.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{Link, Page, Sampled, Surface};

/// What went wrong, by status code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// 400: an address or a form that cannot be read.
    BadRequest,
    /// 403: the person may not do this.
    Forbidden,
    /// 404: there is no such page.
    NotFound,
    /// 405: the address does not take this method.
    Method,
    /// 409: it was changed meanwhile, or asks for a second look.
    Conflict,
    /// 410: the page was there and is gone.
    Gone,
    /// 413: more than this address takes.
    TooLarge,
    /// 422: what was sent cannot be understood.
    Unprocessable,
    /// 429: too many requests.
    TooMany,
    /// 500: a fault of ours.
    Fault,
    /// 503: busy or being kept up.
    Unavailable,
}

impl ErrorKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::BadRequest,
        Self::Forbidden,
        Self::NotFound,
        Self::Method,
        Self::Conflict,
        Self::Gone,
        Self::TooLarge,
        Self::Unprocessable,
        Self::TooMany,
        Self::Fault,
        Self::Unavailable,
    ];

    /// The HTTP status code.
    pub const fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Method => 405,
            Self::Conflict => 409,
            Self::Gone => 410,
            Self::TooLarge => 413,
            Self::Unprocessable => 422,
            Self::TooMany => 429,
            Self::Fault => 500,
            Self::Unavailable => 503,
        }
    }

    /// The kind for a status code; codes without a page of their own fall to 404 or 500 by their class.
    pub fn from_status(status: u16) -> Self {
        let nearest = if status < 500 { Self::NotFound } else { Self::Fault };
        Self::ALL.into_iter().find(|kind| kind.status() == status).unwrap_or(nearest)
    }

    /// What happened; title and heading.
    pub const fn title(self) -> K {
        match self {
            Self::BadRequest => K::ErrorsBadRequest,
            Self::Forbidden => K::ErrorsForbidden,
            Self::NotFound => K::ErrorsNotFound,
            Self::Method => K::ErrorsMethod,
            Self::Conflict => K::ErrorsConflict,
            Self::Gone => K::ErrorsGone,
            Self::TooLarge => K::ErrorsTooLarge,
            Self::Unprocessable => K::ErrorsUnprocessable,
            Self::TooMany => K::ErrorsTooMany,
            Self::Fault => K::ErrorsFault,
            Self::Unavailable => K::ErrorsUnavailable,
        }
    }

    /// What to do.
    const fn remedy(self) -> K {
        match self {
            Self::BadRequest => K::ErrorsBadRequestDo,
            Self::Forbidden => K::ErrorsForbiddenDo,
            Self::NotFound => K::ErrorsNotFoundDo,
            Self::Method => K::ErrorsMethodDo,
            Self::Conflict => K::ErrorsConflictDo,
            Self::Gone => K::ErrorsGoneDo,
            Self::TooLarge => K::ErrorsTooLargeDo,
            Self::Unprocessable => K::ErrorsUnprocessableDo,
            Self::TooMany => K::ErrorsTooManyDo,
            Self::Fault => K::ErrorsFaultDo,
            Self::Unavailable => K::ErrorsUnavailableDo,
        }
    }

    /// What is kept of the person's work.
    const fn kept(self) -> K {
        match self {
            Self::NotFound | Self::Gone => K::ErrorsKeptAll,
            Self::Forbidden | Self::Method | Self::Conflict => K::ErrorsKeptNot,
            Self::BadRequest | Self::TooLarge | Self::Unprocessable | Self::TooMany => K::ErrorsKeptTyped,
            Self::Fault | Self::Unavailable => K::ErrorsKeptFiled,
        }
    }
}

/// The page for an error.
#[derive(Debug, Template)]
#[template(path = "portal/error_page.html")]
pub struct ErrorPage {
    /// The frame.
    pub page: Page,
    kind: ErrorKind,
    /// A sentence about this very case, such as the refusal of a rule.
    pub detail: Option<String>,
    /// Further sentences: who one is here, who may.
    pub facts: Vec<String>,
    /// A number to tell on the telephone.
    pub reference: Option<String>,
    /// Whom to call.
    pub phone: Option<String>,
    /// Where to go on.
    pub actions: Vec<Link>,
}

impl ErrorPage {
    /// The page of a kind; the title of the frame is set here.
    pub fn new(mut page: Page, kind: ErrorKind) -> Self {
        page.t(kind.title()).clone_into(&mut page.title);
        let mut actions =
            vec![Link::new("/", page.t(K::ErrorsGoHome)), Link::new("/tro-giup", page.t(K::CommonFootHelp))];
        if page.signed_in {
            page.surface = Surface::Staff;
            let desk = Link::new("/quay", page.t(K::DeskBackToList));
            if page.nav.is_empty() {
                page.nav = vec![desk.clone(), Link::new("/tai-khoan", page.t(K::StaffNavAccount))];
            }
            actions = vec![desk];
        } else if kind == ErrorKind::Forbidden {
            actions.insert(0, Link::new("/dang-nhap", page.t(K::AccountSignIn)));
        }
        Self { page, kind, detail: None, facts: Vec::new(), reference: None, phone: None, actions }
    }

    fn reference_words(&self, reference: &str) -> String {
        self.page.fill(K::ErrorsReference, "reference", reference)
    }

    fn phone_words(&self, phone: &str) -> String {
        self.page.fill(K::ErrorsPhone, "phone", phone)
    }
}

impl Sampled for ErrorPage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        const NAMES: [&str; 11] = [
            "error-400",
            "error-403",
            "error-404",
            "error-405",
            "error-409",
            "error-410",
            "error-413",
            "error-422",
            "error-429",
            "error-500",
            "error-503",
        ];
        NAMES
            .into_iter()
            .zip(ErrorKind::ALL)
            .map(|(name, kind)| {
                let mut page = Self::new(super::sample_page(lang, "/x", kind.title()), kind);
                if kind == ErrorKind::Fault {
                    page.reference = Some("7F3K-29QX".to_owned());
                    page.phone = Some("0220 3815 000".to_owned());
                }
                (name, page)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_a_page() {
        for (status, kind) in [
            (404, ErrorKind::NotFound),
            (405, ErrorKind::Method),
            (429, ErrorKind::TooMany),
            (502, ErrorKind::Fault),
        ] {
            assert_eq!(ErrorKind::from_status(status), kind);
        }
    }
}
