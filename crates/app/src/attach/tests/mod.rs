//! Files at the counter: what is taken, what is refused, and that no file breaks anything.

pub(crate) mod corpus;

use super::*;
use crate::error::AppError;
use crate::testing::Office;
use std::time::{Duration, Instant};

const LIMIT: usize = 20 * 1024 * 1024;

/// Names the test that plays the child, for [`child`].
const CHILD: &str = "attach::tests::plays_the_child";

/// The child process, played by this test program.
fn child(patience: Duration) -> Inspector {
    let exe = std::env::current_exe().unwrap();
    Inspector::with(exe, &[CHILD, "--exact", "--nocapture"], ("KHONGCHO_PLAYS_CHILD", "1"), patience)
}

#[test]
fn plays_the_child() {
    if std::env::var_os("KHONGCHO_PLAYS_CHILD").is_some() {
        worker::run(std::io::stdin().lock(), std::io::stdout()).unwrap();
    }
}

fn look(inspector: &dyn Inspect, bytes: Vec<u8>) -> Result<Inspected, FileProblem> {
    inspect(inspector, bytes, "Tờ khai.pdf", LIMIT)
}

#[test]
fn pages_are_counted_in_the_child() {
    let child = child(Inspector::PATIENCE);
    for pages in [1, 3, 40] {
        let found = look(&child, corpus::pdf(usize::try_from(pages).unwrap())).unwrap();
        assert_eq!((found.pages, found.media_type), (pages, "application/pdf"));
        assert_eq!(found.safe_name, "Tờ khai.pdf");
    }
    let picture = look(&child, corpus::jpeg(640, 480)).unwrap();
    assert_eq!((picture.pages, picture.media_type), (1, "image/jpeg"));
    assert_eq!(picture.safe_name, "Tờ khai.jpg");
}

#[test]
fn a_paper_of_our_own_is_counted() {
    let drawn = documents::render(&documents::Document::Receipt(Box::new(documents::samples::receipt())));
    let drawn = drawn.unwrap();
    let found = look(&child(Inspector::PATIENCE), drawn.pdf).unwrap();
    assert_eq!(usize::try_from(found.pages).unwrap(), drawn.pages);
}

#[test]
fn what_is_no_paper_is_refused_by_its_bytes() {
    for (what, bytes) in corpus::no_papers() {
        assert_eq!(look(&InProcess, bytes), Err(FileProblem::Kind), "{what}");
    }
    assert_eq!(look(&InProcess, Vec::new()), Err(FileProblem::Empty));
    let phone = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    assert_eq!(look(&InProcess, phone), Err(FileProblem::Heic));
    let large = FileProblem::TooLarge { limit_bytes: LIMIT };
    assert_eq!(look(&InProcess, vec![b'%'; LIMIT + 1]), Err(large));
    let truncated = corpus::pdf(2).into_iter().take(80).collect();
    assert_eq!(look(&InProcess, truncated), Err(FileProblem::Unreadable));
}

#[test]
fn a_locked_pdf_is_named_as_locked() {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [] /Count 0 >>".to_owned(),
        format!(
            "<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{}> /U <{}> >>",
            "11".repeat(32),
            "22".repeat(32)
        ),
    ];
    let locked = corpus::with_objects(&objects, "/Encrypt 3 0 R /ID [<00> <00>]");
    assert_eq!(look(&child(Inspector::PATIENCE), locked), Err(FileProblem::Locked));
}

#[test]
fn traps_break_a_child_and_nothing_else() {
    let child = child(Duration::from_secs(3));
    for (what, bytes) in corpus::traps() {
        let before = Instant::now();
        let answer = look(&child, bytes);
        assert!(!matches!(answer, Ok(Inspected { pages: 0, .. })), "{what}: {answer:?}");
        assert!(before.elapsed() < Duration::from_secs(5), "{what} took {:?}", before.elapsed());
        eprintln!("{what}: {:?} in {:?}", answer.map(|found| found.pages), before.elapsed());
    }
}

#[test]
fn a_child_that_says_nothing_is_ended() {
    let sleeper = Inspector::with("/bin/sleep".into(), &["60"], ("A", "b"), Duration::from_millis(200));
    let before = Instant::now();
    assert_eq!(look(&sleeper, corpus::pdf(1)), Err(FileProblem::Unreadable));
    assert!(before.elapsed() < Duration::from_secs(3));
    let absent = Inspector::new("/nowhere/khongcho".into());
    assert_eq!(look(&absent, corpus::pdf(1)), Err(FileProblem::Unreadable));
}

#[tokio::test]
async fn a_file_is_kept_added_and_read_back() {
    let office = Office::open().await;
    let (app, receiver) = (&office.app, &office.receiver);
    let taken = office.receive("2.000635", &[]).await;
    let file = keep(app, receiver, corpus::pdf(2), "../Tờ khai.pdf").await.unwrap();
    assert_eq!((file.pages, file.name.as_str()), (2, "Tờ khai.pdf"));
    let component: domain::procedure::ComponentId = "to-khai".parse().unwrap();
    let added = attach(app, receiver, &taken.code, None, component.clone(), file.clone()).await.unwrap();
    assert_eq!(added.version, 2);
    let opened = open(app, receiver, &taken.code, &file.sha256).await.unwrap();
    assert_eq!((opened.bytes, &opened.file), (corpus::pdf(2), &file));

    let strange = open(app, &office.stranger, &taken.code, &file.sha256).await;
    assert!(matches!(strange, Err(AppError::NotFound { .. })));
    let other = keep(app, receiver, corpus::pdf(1), "a.pdf").await.unwrap();
    let not_in_dossier = open(app, receiver, &taken.code, &other.sha256).await;
    assert!(matches!(not_in_dossier, Err(AppError::NotFound { .. })));
    let forged = domain::dossier::FileRef { sha256: "0".repeat(64), ..file.clone() };
    let forged = attach(app, receiver, &taken.code, None, component, forged).await;
    assert!(matches!(forged, Err(AppError::NotFound { .. })));
    let denied = keep(app, &office.administrator, corpus::pdf(1), "a.pdf").await;
    assert!(matches!(denied, Err(AppError::Denied(_))));

    office.files.lose(&file.sha256);
    assert!(matches!(open(app, receiver, &taken.code, &file.sha256).await, Err(AppError::Io(_))));
}
