//! The table. A new page gets its row here; without one it is open to nobody.

use super::{Row, Who};
use domain::dossier::Act;
use domain::permit::{Action, DayAct};
use std::borrow::Cow;

const RECEIVES: Who = Who::Here(&[Action::Dossier(Act::Receive)]);
const TURNS_AWAY: Who = Who::Anywhere(&[Action::TurnAway, Action::ReadDossier]);
const READS_HERE: Who = Who::Here(&[Action::ReadDossier]);
const READS: Who = Who::Anywhere(&[Action::ReadDossier]);
const APPROVES_HERE: Who = Who::Here(&[Action::Dossier(Act::Approve)]);
const APPROVES: Who = Who::Anywhere(&[Action::Dossier(Act::Approve)]);
const RETURNS_HERE: Who = Who::Here(&[Action::Dossier(Act::HandBack)]);
const RETURNS: Who = Who::Anywhere(&[Action::Dossier(Act::HandBack)]);
const READS_DAY_HERE: Who = Who::Here(&[Action::ReadDay]);
const READS_DAYS: Who = Who::Anywhere(&[Action::ReadDay]);
const MANAGES_SLOTS: Who = Who::Here(&[Action::Day(DayAct::ManageSlots)]);
const ADMINISTERS: Who = Who::Anywhere(&[Action::ManageAccounts]);

const fn get(path: &'static str, who: Who) -> Row {
    Row { method: "GET", path: Cow::Borrowed(path), who }
}

const fn post(path: &'static str, who: Who) -> Row {
    Row { method: "POST", path: Cow::Borrowed(path), who }
}

/// Every page.
pub const ROWS: &[Row] = &[
    // Machines.
    get("/healthz", Who::Everyone),
    get("/readyz", Who::Everyone),
    get("/tinh/{file}", Who::Everyone),
    get("/favicon.ico", Who::Everyone),
    get("/robots.txt", Who::Everyone),
    get("/sitemap.xml", Who::Everyone),
    get("/.well-known/security.txt", Who::Everyone),
    // Public pages.
    get("/", Who::Everyone),
    get("/api", Who::Everyone),
    get("/thu-tuc", Who::Everyone),
    get("/thu-tuc/{code}", Who::Everyone),
    get("/khong-cho", Who::Everyone),
    get("/khong-cho/{unit}", Who::Everyone),
    get("/khong-cho/{unit}/niem-yet.pdf", Who::Everyone),
    get("/tra-cuu", Who::Everyone),
    post("/tra-cuu", Who::Everyone),
    get("/ho-so/{token}", Who::Everyone),
    get("/kiem-chung/{token}", Who::Everyone),
    get("/bang/{unit}", Who::Everyone),
    get("/bang/{unit}/su-kien", Who::Everyone),
    get("/tuy-chon", Who::Everyone),
    get("/tro-giup", Who::Everyone),
    get("/tro-nang", Who::Everyone),
    get("/rieng-tu", Who::Everyone),
    get("/dat-lich", Who::Everyone),
    post("/dat-lich/giu", Who::Everyone),
    get("/dat-lich/giu/{hold}", Who::Everyone),
    post("/dat-lich/giu/{hold}", Who::Everyone),
    get("/dat-lich/cho", Who::Everyone),
    post("/dat-lich/cho", Who::Everyone),
    get("/dat-lich/{token}", Who::Everyone),
    get("/dat-lich/{token}/doi", Who::Everyone),
    post("/dat-lich/{token}/doi", Who::Everyone),
    post("/dat-lich/{token}/huy", Who::Everyone),
    post("/dat-lich/{token}/nhan", Who::Everyone),
    get("/dat-lich/{token}/lich.ics", Who::Everyone),
    get("/the/{token}", Who::Everyone),
    get("/dong-ho", Who::Demo),
    post("/dong-ho", Who::Demo),
    get("/_khung", Who::Demo),
    get("/_khung/{sample}", Who::Demo),
    // Log-in and one's own account.
    get("/dang-nhap", Who::Everyone),
    post("/dang-nhap", Who::Everyone),
    get("/dang-xuat", Who::Everyone),
    post("/dang-xuat", Who::Staff),
    get("/tai-khoan", Who::Staff),
    post("/tai-khoan/mat-khau", Who::Staff),
    post("/tai-khoan/don-vi", Who::Staff),
    post("/tai-khoan/moi-noi", Who::Staff),
    get("/thong-bao", Who::Staff),
    post("/thong-bao/da-xem", Who::Staff),
    // The counter.
    get("/quay", Who::Staff),
    get("/quay/tiep-nhan", RECEIVES),
    post("/quay/tiep-nhan", RECEIVES),
    post("/quay/tiep-nhan/nhap", RECEIVES),
    get("/quay/phieu/{file}", TURNS_AWAY),
    get("/quay/tim", READS_HERE),
    get("/quay/ho-so/{code}", READS),
    post("/quay/ho-so/{code}/{act}", READS),
    get("/quay/ho-so/{code}/tep/{sha256}", READS),
    get("/quay/ho-so/{code}/giay/{paper}", READS),
    post("/quay/nhiem-vu", Who::Anywhere(&[Action::SetDuty])),
    // Appointments.
    get("/quay/lich-hen", MANAGES_SLOTS),
    post("/quay/lich-hen/den", MANAGES_SLOTS),
    post("/quay/lich-hen/viec", MANAGES_SLOTS),
    post("/quay/lich-hen/dat", MANAGES_SLOTS),
    post("/quay/lich-hen/dong", MANAGES_SLOTS),
    post("/quay/lich-hen/mo", MANAGES_SLOTS),
    get("/quay/lich-hen/cai-dat", MANAGES_SLOTS),
    post("/quay/lich-hen/cai-dat", MANAGES_SLOTS),
    // Appraising, approving, returning.
    get("/viec", READS_HERE),
    get("/phe-duyet", APPROVES_HERE),
    post("/phe-duyet", APPROVES_HERE),
    get("/phe-duyet/{code}", APPROVES),
    post("/phe-duyet/{code}/{act}", APPROVES),
    get("/quay/tra-ket-qua", RETURNS_HERE),
    get("/quay/tra-ket-qua/{code}", RETURNS),
    post("/quay/tra-ket-qua/{code}", RETURNS),
    // The day.
    get("/ngay", READS_DAYS),
    get("/ngay/{unit}/{date}", READS_DAYS),
    get("/ngay/{unit}/{date}/bao-cao.pdf", READS_DAYS),
    post("/ngay/{unit}/{date}/khoa-so", Who::Anywhere(&[Action::CloseDay])),
    // Tickets: taken by anybody, called by staff.
    get("/kiosk/{unit}", Who::Everyone),
    get("/kiosk/{unit}/lay-so", Who::Everyone),
    post("/kiosk/{unit}/lay-so", Who::Everyone),
    get("/kiosk/{unit}/lay-so/{group}", Who::Everyone),
    get("/kiosk/{unit}/giay-hen", Who::Everyone),
    post("/kiosk/{unit}/giay-hen", Who::Everyone),
    get("/kiosk/{unit}/so/{token}", Who::Everyone),
    post("/kiosk/{unit}/so/{token}", Who::Everyone),
    get("/lay-so/{unit}", Who::Everyone),
    post("/lay-so/{unit}", Who::Everyone),
    get("/so/{token}", Who::Everyone),
    post("/so/{token}", Who::Everyone),
    get("/so/{token}/su-kien", Who::Everyone),
    get("/so/{token}/phieu", Who::Everyone),
    get("/bang-goi-so/{unit}", Who::Everyone),
    get("/bang-goi-so/{unit}/su-kien", Who::Everyone),
    get("/quay/goi-so", Who::Asked),
    post("/quay/goi-so", Who::Asked),
    post("/quay/goi-so/mo", Who::Asked),
    post("/quay/goi-so/dong", Who::Asked),
    post("/quay/goi-so/tiep", Who::Asked),
    post("/quay/goi-so/phat", Who::Asked),
    get("/quay/goi-so/su-kien", Who::Asked),
    get("/quay/goi-so/ma-qr", Who::Asked),
    get("/quay/goi-so/quay", Who::Asked),
    post("/quay/goi-so/quay", Who::Asked),
    // Helping somebody who asked for it.
    get("/giup-do", Who::Asked),
    post("/giup-do", Who::Asked),
    post("/giup-do/ma", Who::Asked),
    get("/giup-do/phien", Who::Asked),
    post("/giup-do/phien", Who::Asked),
    post("/giup-do/phien/nhap", Who::Asked),
    post("/giup-do/ket-thuc", Who::Asked),
    get("/giup-do/da-xong", Who::Asked),
    get("/giup-do/cuoi-ca", Who::Asked),
    post("/giup-do/cuoi-ca", Who::Asked),
    // Roster and presence.
    get("/diem-danh/thiet-bi", Who::Asked),
    post("/diem-danh/thiet-bi", Who::Asked),
    get("/diem-danh", Who::Asked),
    post("/diem-danh", Who::Asked),
    post("/diem-danh/ma-so", Who::Asked),
    post("/diem-danh/the", Who::Asked),
    post("/diem-danh/the/huy", Who::Asked),
    post("/diem-danh/ve", Who::Asked),
    post("/diem-danh/vang", Who::Asked),
    post("/diem-danh/tro-lai", Who::Asked),
    post("/diem-danh/sua", Who::Asked),
    get("/lich-truc", Who::Asked),
    get("/lich-truc/{date}", Who::Asked),
    post("/lich-truc/{date}", Who::Asked),
    post("/lich-truc/{date}/cong-bo", Who::Asked),
    post("/lich-truc/{date}/nho-truc-thay", Who::Asked),
    post("/lich-truc/{date}/tra-loi", Who::Asked),
    get("/lich-truc/mo-phong", Who::Asked),
    get("/lich-truc/xuat", Who::Asked),
    get("/lich-truc/tep", Who::Asked),
    post("/lich-truc/tep", Who::Asked),
    get("/lich-truc/nang-luc", Who::Asked),
    post("/lich-truc/nang-luc", Who::Asked),
    get("/lich-truc/vang-mat", Who::Asked),
    post("/lich-truc/vang-mat", Who::Asked),
    post("/lich-truc/vang-mat/thoi", Who::Asked),
    get("/lich-truc/uy-quyen", Who::Asked),
    post("/lich-truc/uy-quyen", Who::Asked),
    post("/lich-truc/uy-quyen/thoi", Who::Asked),
    // What deserves a look.
    get("/giam-sat", READS_DAY_HERE),
    get("/giam-sat/do-tin-cay", READS_DAY_HERE),
    // Administration.
    get("/quan-tri", ADMINISTERS),
    get("/quan-tri/tai-khoan", ADMINISTERS),
    get("/quan-tri/them-tai-khoan", ADMINISTERS),
    post("/quan-tri/them-tai-khoan", ADMINISTERS),
    get("/quan-tri/tai-khoan/{username}", ADMINISTERS),
    get("/quan-tri/tai-khoan/{username}/{act}", ADMINISTERS),
    post("/quan-tri/tai-khoan/{username}/{act}", ADMINISTERS),
    get("/quan-tri/don-vi", ADMINISTERS),
    get("/quan-tri/goi", ADMINISTERS),
    post("/quan-tri/goi", ADMINISTERS),
    get("/quan-tri/goi/{pack}", ADMINISTERS),
    get("/quan-tri/goi/{pack}/van-ban", ADMINISTERS),
    get("/quan-tri/goi/{pack}/tep", ADMINISTERS),
    post("/quan-tri/goi/{pack}/tep", ADMINISTERS),
    get("/quan-tri/chuong-trinh", ADMINISTERS),
    post("/quan-tri/chuong-trinh/{pack}/{id}", ADMINISTERS),
    get("/quan-tri/lich", ADMINISTERS),
    post("/quan-tri/lich", ADMINISTERS),
    get("/quan-tri/ma-truy-cap", ADMINISTERS),
    post("/quan-tri/ma-truy-cap", ADMINISTERS),
    post("/quan-tri/ma-truy-cap/thu-hoi", ADMINISTERS),
    get("/quan-tri/nhat-ky", ADMINISTERS),
    get("/quan-tri/quyen", ADMINISTERS),
];
