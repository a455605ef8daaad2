//! Made-up people: names as they are common in the delta, numbers nobody holds.

use super::chance::Chance;
use domain::person::{BirthDate, Citizen, FullName, IdentityNumber};
use jiff::civil::{Date, date};

const FAMILY: &[&str] = &[
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Phạm", "Phạm", "Lê", "Vũ", "Vũ", "Hoàng", "Bùi",
    "Đỗ", "Đặng", "Lưu", "Đoàn", "Phùng", "Tăng", "Mạc", "Dương", "Ngô", "Đào", "Trịnh", "Lương",
];
const MEN_MIDDLE: &[&str] = &["Văn", "Văn", "Đức", "Hữu", "Quang", "Xuân", "Minh", "Công", "Đình", "Ngọc"];
const MEN_GIVEN: &[&str] = &[
    "Hùng",
    "Dũng",
    "Tuấn",
    "Thắng",
    "Hải",
    "Sơn",
    "Long",
    "Nam",
    "Bình",
    "Đạt",
    "Khánh",
    "Toàn",
    "Hiếu",
    "Quyết",
    "Thịnh",
    "Duy",
    "Mạnh",
    "Kiên",
    "Phúc",
    "Trường",
    "Vinh",
    "Chiến",
    "Tùng",
    "Ước",
];
const WOMEN_MIDDLE: &[&str] = &["Thị", "Thị", "Thị", "Thu", "Thúy", "Ngọc", "Minh", "Thanh", "Hồng"];
const WOMEN_GIVEN: &[&str] = &[
    "Hoa", "Lan", "Hương", "Huệ", "Nga", "Thảo", "Yến", "Nhung", "Hằng", "Loan", "Mai", "Oanh", "Phương",
    "Thủy", "Trang", "Vân", "Xuân", "Ánh", "Duyên", "Hạnh", "Liên", "Quỳnh", "Tươi", "Mùi",
];
const HAMLETS: &[&str] = &[
    "thôn Đông",
    "thôn Đoài",
    "thôn Trung",
    "thôn Thượng",
    "thôn Hạ",
    "thôn 1",
    "thôn 2",
    "thôn 3",
    "xóm Chùa",
    "xóm Đình",
];

/// Whether a made-up person is a man or a woman; names and numbers follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sex {
    Man,
    Woman,
}

/// Draws a sex.
pub(super) fn sex(chance: &mut Chance) -> Sex {
    if chance.is(1, 2) { Sex::Man } else { Sex::Woman }
}

/// A name with all its marks.
pub(super) fn name(chance: &mut Chance, sex: Sex) -> String {
    let (middle, given) = match sex {
        Sex::Man => (MEN_MIDDLE, MEN_GIVEN),
        Sex::Woman => (WOMEN_MIDDLE, WOMEN_GIVEN),
    };
    format!("{} {} {}", chance.pick(FAMILY), chance.pick(middle), chance.pick(given))
}

/// A name of whatever sex.
pub(super) fn anybody(chance: &mut Chance) -> String {
    let sex = sex(chance);
    name(chance, sex)
}

/// A day between the first day of one year and the 28th of December of another.
pub(super) fn day_between(chance: &mut Chance, first_year: i16, last_year: i16) -> Date {
    let span = u32::from(last_year.abs_diff(first_year));
    let year = first_year.saturating_add(i16::try_from(chance.between(0, span)).unwrap_or_default());
    let small = |number: u32| i8::try_from(number).unwrap_or(1);
    // Every month has a 28th.
    date(year, small(chance.between(1, 12)), small(chance.between(1, 28)))
}

/// A grown-up citizen of a place; `serial` makes the number different from every other of this history.
///
/// Numbers follow the structure of the law (030 is Hải Dương). The last six digits begin with 9: invented here, and
/// so high that hardly a real number has them.
pub(super) fn citizen(chance: &mut Chance, serial: u32, place: &str) -> Citizen {
    let sex = sex(chance);
    let born = day_between(chance, 1945, 2003);
    let century = if born.year() < 2000 { 0 } else { 2 };
    let digit = match sex {
        Sex::Man => century,
        Sex::Woman => century + 1,
    };
    let number = format!("030{digit}{:02}9{:05}", born.year().rem_euclid(100), serial % 100_000);
    Citizen {
        name: FullName::recorded(name(chance, sex)),
        identity: Some(IdentityNumber::Citizen(number)),
        born: Some(BirthDate::recorded(born)),
        address: format!("{}, {place}, huyện Thanh Hà, tỉnh Hải Dương", chance.pick(HAMLETS)),
        phone: None,
        email: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_what_our_own_parsers_accept() {
        let mut chance = Chance::new(1, 1);
        for serial in 0..500 {
            let person = citizen(&mut chance, serial, "xã Hồng Lạc");
            let name = person.name.as_str();
            assert_eq!(FullName::parse(name).as_ref(), Ok(&person.name), "{name}");
            let number = person.identity.clone().unwrap();
            assert_eq!(IdentityNumber::parse(number.as_str()), Ok(number.clone()));
            assert_eq!(number.warning(person.born.unwrap().date().year()), None);
        }
    }
}
