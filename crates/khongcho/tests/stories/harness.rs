//! Proves the harness on a server of its own: it keeps cookies, follows redirects, sends what forms hold.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread;

use crate::support::{Engine, Person};

const FORM: &str =
    "<form method=post action=/gui><input type=hidden name=token value=t1><input name=ten></form>";

/// Answers four requests as a site would: a form with a cookie, a redirect after the post, the page behind it.
fn small_site() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut reader = BufReader::new(stream);
            let (mut head, mut line) = (String::new(), String::new());
            while reader.read_line(&mut line).is_ok_and(|read| read > 2) {
                head.push_str(&line.to_lowercase());
                line.clear();
            }
            let length = head
                .split("content-length: ")
                .nth(1)
                .map_or(0, |rest| rest.lines().next().unwrap().parse().unwrap());
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            let (headers, content) = if head.starts_with("post /gui") {
                ("303 See Other\r\nlocation: /xong".to_owned(), String::new())
            } else if head.starts_with("get /xong") {
                ("200 OK".to_owned(), head.clone())
            } else {
                ("200 OK\r\nset-cookie: phien=abc; Path=/; HttpOnly".to_owned(), FORM.to_owned())
            };
            let sent = String::from_utf8(body).unwrap();
            let content = format!("{content}{sent}");
            let length = content.len();
            write!(reader.get_mut(), "HTTP/1.1 {headers}\r\nx-body: {sent}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{content}").unwrap();
        }
    });
    base
}

#[test]
fn a_person_keeps_cookies_and_follows_redirects() {
    let mut person = Person::new(&small_site());
    let page = person.get("/bat-dau");
    let sent = person.send(&page, "/gui", &[("ten", "Đỗ Thị Ánh")], &[]);
    assert_eq!((sent.status, sent.path.as_str()), (303, "/xong"));
    assert_eq!(sent.text(), "token=t1&ten=%C4%90%E1%BB%97%20Th%E1%BB%8B%20%C3%81nh");
    let done = person.submit(&page, "/gui", &[("ten", "A")]);
    assert_eq!((done.status, done.path.as_str()), (200, "/xong"));
    assert!(done.text().contains("cookie: phien=abc"), "{}", done.text());
}

#[test]
fn every_story_gets_a_database_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    for engine in Engine::at_hand() {
        let first = engine.new_database(&folder.path().join("a"));
        let second = engine.new_database(&folder.path().join("b"));
        assert_ne!(first, second, "{engine:?}");
    }
}
