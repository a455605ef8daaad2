//! An answer of the server.

use super::form::{Form, forms};

/// What came back, after redirects.
#[derive(Debug, Clone)]
pub struct Page {
    /// Status of HTTP.
    pub status: u16,
    /// The path that answered, with its query.
    pub path: String,
    /// Kind of content, empty when not said.
    pub content_type: String,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Page {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The forms on the page.
    pub fn forms(&self) -> Vec<Form> {
        forms(&self.text())
    }

    /// The form that posts to `action` (without query), if it is there.
    pub fn form(&self, action: &str) -> Option<Form> {
        let own = self.path.split('?').next().unwrap_or_default().to_owned();
        self.forms().into_iter().find(|form| {
            let target = form.action.split('?').next().unwrap_or_default();
            target == action || (target.is_empty() && own == action)
        })
    }

    /// The text between `before` and `after`, at its first place.
    pub fn between(&self, before: &str, after: &str) -> Option<String> {
        let text = self.text();
        let (_, rest) = text.split_once(before)?;
        rest.split_once(after).map(|(found, _)| found.trim().to_owned())
    }
}
