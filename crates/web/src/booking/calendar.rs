//! The appointment for the telephone's own calendar, as iCalendar (RFC 5545).

use super::hours::place;
use crate::portal::ErrorKind;
use crate::reply;
use crate::site::{Ask, Site};
use app::booking;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use i18n::{Key as K, text};
use jiff::{SignedDuration, Timestamp};

/// Longest line in octets, without its end.
const LINE_BYTES_MAX: usize = 75;

/// How long the calendar keeps free: an appointment with some waiting.
const LENGTH: SignedDuration = SignedDuration::from_mins(30);

/// `GET /dat-lich/{token}/lich.ics`.
pub async fn ics(State(site): State<Site>, ask: Ask, Path(token): Path<String>) -> Response {
    let shown = match booking::by_token(&site.app, &token).await {
        Ok(shown) => shown,
        Err(error) => return super::hours::failed(&ask, &error),
    };
    let found = shown.booking;
    let Some(starts_at) = found.starts_at().filter(|_| found.state.is_open() && shown.stands) else {
        return reply::error(&ask, ErrorKind::NotFound);
    };
    let url = format!("{}/dat-lich/{}", site.app.config.public_url, found.token);
    let event = Event {
        id: found.id.clone(),
        sequence: found.version,
        now: site.app.clock.now(),
        starts_at,
        title: text(ask.lang, K::BookingCalendarTitle).to_owned(),
        place: place(&site, &ask, &found.unit, found.on),
        note: format!("{} {}", text(ask.lang, K::BookingCode), found.code),
        url,
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8")),
        (CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"lich-hen.ics\"")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, event.text()).into_response()
}

struct Event {
    id: String,
    sequence: i64,
    now: Timestamp,
    starts_at: Timestamp,
    title: String,
    place: String,
    note: String,
    url: String,
}

impl Event {
    /// The whole file, lines ended and folded as the standard asks.
    fn text(&self) -> String {
        let instant = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
        let ends = self.starts_at.checked_add(LENGTH).unwrap_or(self.starts_at);
        let lines = [
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            "PRODID:-//khongcho//lich hen//VI".to_owned(),
            "METHOD:PUBLISH".to_owned(),
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}@khongcho", self.id),
            format!("SEQUENCE:{}", self.sequence),
            format!("DTSTAMP:{}", instant(self.now)),
            format!("DTSTART:{}", instant(self.starts_at)),
            format!("DTEND:{}", instant(ends)),
            format!("SUMMARY:{}", escaped(&self.title)),
            format!("LOCATION:{}", escaped(&self.place)),
            format!("DESCRIPTION:{}", escaped(&self.note)),
            format!("URL:{}", self.url),
            "END:VEVENT".to_owned(),
            "END:VCALENDAR".to_owned(),
        ];
        lines.iter().map(|line| folded(line)).collect()
    }
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line in pieces of at most 75 octets, each further one after a blank; letters stay whole.
fn folded(line: &str) -> String {
    let (mut out, mut used) = (String::new(), 0);
    for letter in line.chars() {
        if used + letter.len_utf8() > LINE_BYTES_MAX {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(letter);
        used += letter.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters() {
        let line = format!("LOCATION:{}", "Bộ phận Một cửa, ".repeat(20));
        let text = folded(&escaped(&line));
        assert!(text.split("\r\n").all(|piece| piece.len() <= LINE_BYTES_MAX), "{text}");
        assert_eq!(text.replace("\r\n ", "").trim_end(), line.replace(',', "\\,").trim_end());
    }

    #[test]
    fn an_appointment_is_one_event() {
        let event = Event {
            id: "bok_1".to_owned(),
            sequence: 2,
            now: "2024-02-01T02:00:00Z".parse().unwrap(),
            starts_at: "2024-02-02T01:30:00Z".parse().unwrap(),
            title: "Lịch hẹn; một cửa".to_owned(),
            place: "Xã Thanh Xá".to_owned(),
            note: "Mã 7K3-M9P".to_owned(),
            url: "https://thanhha.example/dat-lich/X".to_owned(),
        };
        let text = event.text();
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert!(text.contains("DTSTART:20240202T013000Z\r\nDTEND:20240202T020000Z\r\n"), "{text}");
        assert!(text.contains("SUMMARY:Lịch hẹn\\; một cửa"));
    }
}
