//! Named accounts of the demo, for every role at every unit. Everybody knows their password, so they work only on
//! the machine itself.

use super::manage::insert_with_grants;
use super::problem::ManageError;
use super::{log::Note, password};
use crate::App;
use crate::account::commit;
use domain::id::AccountId;
use domain::place::{Unit, UnitCode};
use domain::role::{Grant, Role};
use domain::time::{civil, to_ms};
use domain::validity::Validity;
use jiff::civil::{Date, date};
use sha2::{Digest, Sha256};
use storage::account::{self, Account};

/// The password of every account of the demo.
pub const DEMO_PASSWORD: &str = "khong-cho-demo";

/// The commune whose people have names of log-in without a code: xã Thanh Xá.
pub const MAIN_UNIT: &str = "10852";

/// The seeded history begins in October 2023, so they were in office before.
const IN_OFFICE_SINCE: Date = date(2020, 1, 1);

/// Somebody to try the demo as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoAccount {
    /// The account.
    pub id: AccountId,
    /// Name of log-in.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// Their title.
    pub title: &'static str,
    /// Their role.
    pub role: Role,
    /// Their unit.
    pub unit: UnitCode,
}

/// The roles of a unit: name of log-in, title at a commune and at higher levels.
const POSTS: [(Role, &str, &str, &str); 7] = [
    (Role::Receiver, "tiepnhan", "Công chức Tư pháp - Hộ tịch", "Chuyên viên Bộ phận Một cửa"),
    (Role::Appraiser, "thamdinh", "Công chức Tư pháp - Hộ tịch", "Chuyên viên thẩm định"),
    (Role::Leader, "lanhdao", "Phó Chủ tịch", "Phó Chủ tịch"),
    (Role::ReturnOfficer, "traketqua", "Công chức Văn phòng - Thống kê", "Chuyên viên trả kết quả"),
    (Role::Cashier, "thungan", "Công chức Tài chính - Kế toán", "Kế toán"),
    (Role::Volunteer, "tinhnguyen", "Đoàn viên thanh niên", "Đoàn viên thanh niên"),
    (Role::Volunteer, "tinhnguyen2", "Đoàn viên thanh niên", "Đoàn viên thanh niên"),
];

/// The posts above the communes.
const POSTS_ABOVE: [(Role, &str, &str); 2] =
    [(Role::Manager, "theodoi", "Chánh Văn phòng"), (Role::Administrator, "quantri", "Quản trị hệ thống")];

const SURNAMES: [&str; 12] =
    ["Nguyễn", "Trần", "Phạm", "Lê", "Vũ", "Đỗ", "Bùi", "Hoàng", "Đặng", "Ngô", "Tăng", "Mạc"];
const WOMEN: [&str; 12] = [
    "Thị Thu Hà",
    "Thị Lan",
    "Thị Hương",
    "Thị Mai",
    "Thị Bích Ngọc",
    "Thị Hạnh",
    "Thị Thanh Thủy",
    "Thị Yến",
    "Thị Phượng",
    "Thị Minh Tâm",
    "Thị Hồng Nhung",
    "Thị Quỳnh",
];
const MEN: [&str; 12] = [
    "Văn Hùng",
    "Đức Thắng",
    "Quang Minh",
    "Xuân Trường",
    "Hữu Nghĩa",
    "Văn Tuấn",
    "Mạnh Cường",
    "Đình Phúc",
    "Văn Sơn",
    "Trọng Khôi",
    "Anh Dũng",
    "Tiến Đạt",
];

fn digest(username: &str) -> [u8; 32] {
    Sha256::digest(format!("khongcho demo {username}").as_bytes()).into()
}

/// The identifier of a demo account: the same in every demo, so that the seeded history can name who acted.
pub fn demo_id(username: &str) -> AccountId {
    let [a, b, c, d, e, f, g, h, ..] = digest(username);
    AccountId::from_parts(1_577_836_800_000, u128::from(u64::from_be_bytes([a, b, c, d, e, f, g, h])))
}

fn name_of(username: &str) -> String {
    let [.., a, b, c] = digest(username);
    let pick =
        |names: &[&'static str; 12], byte: u8| names.get(usize::from(byte) % 12).copied().unwrap_or("");
    let given = if c % 2 == 0 { pick(&WOMEN, b) } else { pick(&MEN, b) };
    format!("{} {given}", pick(&SURNAMES, a))
}

/// Everybody at a unit, in the order of their work.
pub fn people_of(unit: &UnitCode, is_commune: bool) -> Vec<DemoAccount> {
    let username = |post: &str| {
        if unit.as_str() == MAIN_UNIT { post.to_owned() } else { format!("{post}.{unit}") }
    };
    let person = |role, username: String, title| DemoAccount {
        id: demo_id(&username),
        name: name_of(&username),
        username,
        title,
        role,
        unit: unit.clone(),
    };
    let mut people: Vec<DemoAccount> = POSTS
        .into_iter()
        .map(|(role, post, here, above)| person(role, username(post), if is_commune { here } else { above }))
        .collect();
    if !is_commune {
        people.extend(POSTS_ABOVE.map(|(role, post, title)| person(role, format!("{post}.{unit}"), title)));
    }
    people
}

/// Everybody of the demo: the main commune first, then those above all units, then the other units by code.
pub fn everybody(app: &App) -> Vec<DemoAccount> {
    let policy = app.policy();
    let on = civil(app.clock.now()).date();
    let is_commune = |unit: &Unit| unit.level.as_str() == "commune";
    let mut people = Vec::new();
    for unit in policy.units().on(on) {
        people.extend(people_of(&unit.code, is_commune(unit)));
    }
    // Short names for those who watch and administer: the nearest unit above the main commune, else the first.
    let main = MAIN_UNIT.parse::<UnitCode>().ok();
    let near = main.and_then(|main| policy.units().parent_on(&main, on).map(|unit| unit.code.clone()));
    let above = near.or_else(|| policy.units().on(on).next().map(|unit| unit.code.clone()));
    for person in &mut people {
        let post =
            POSTS_ABOVE.iter().find(|post| post.0 == person.role && Some(&person.unit) == above.as_ref());
        if let Some((_, username, _)) = post {
            person.username = (*username).to_owned();
            person.id = demo_id(username);
            person.name = name_of(username);
        }
    }
    let rank = |person: &DemoAccount| (person.username.contains('.'), person.unit.clone(), person.role);
    people.sort_by_key(rank);
    people
}

/// Makes the accounts of the demo that do not exist yet, and lists all of them.
///
/// # Errors
/// [`ManageError`].
pub async fn seed_demo(app: &App) -> Result<Vec<DemoAccount>, ManageError> {
    let people = everybody(app);
    let at = app.clock.now();
    // One hash for all: the password is printed on the screen, so salts of their own would only cost time.
    let hash = password::hash(DEMO_PASSWORD, app.random.number().to_be_bytes()).await?;
    let missing = people.clone();
    let note = Note::new(app, "system", at, "seed_demo", "demo", format!("{} accounts", people.len()));
    let seeded = commit(app, move |tx| {
        let known: Vec<String> = account::list(tx)?.into_iter().map(|account| account.username).collect();
        let mut added = false;
        for person in missing.iter().filter(|person| !known.contains(&person.username)) {
            let grant = Grant {
                role: person.role,
                unit: person.unit.clone(),
                validity: Validity::since(IN_OFFICE_SINCE),
            };
            insert_with_grants(tx, &row(person, &hash, to_ms(at)), &[grant])?;
            added = true;
        }
        if added { note.write(tx) } else { Ok(()) }
    });
    seeded.await?;
    Ok(people)
}

fn row(person: &DemoAccount, hash: &str, created_at: i64) -> Account {
    Account {
        id: person.id,
        username: person.username.clone(),
        name: person.name.clone(),
        title: person.title.to_owned(),
        phone: String::new(),
        password_hash: hash.to_owned(),
        must_change_password: false,
        loopback_only: true,
        disabled_at: None,
        created_at,
        version: 1,
    }
}
