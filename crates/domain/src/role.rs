//! Roles of staff.

use crate::place::UnitCode;
use crate::validity::Validity;
use jiff::civil::Date;

/// What somebody is entrusted with. One person may hold several; separation of duties is per dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Công chức tiếp nhận (một cửa).
    Receiver,
    /// Chuyên viên thẩm định, thụ lý.
    Appraiser,
    /// Lãnh đạo phê duyệt.
    Leader,
    /// Công chức trả kết quả.
    ReturnOfficer,
    /// Kế toán, thu phí.
    Cashier,
    /// Đoàn viên thanh niên tình nguyện: helps, never decides.
    Volunteer,
    /// Lãnh đạo theo dõi của cấp trên: sees figures and lists of the units below.
    Manager,
    /// Quản trị: units, accounts, packs; no right to any dossier.
    Administrator,
    /// A program with a token.
    Program,
}

impl Role {
    /// All roles, in the order of the matrix.
    pub const ALL: [Self; 9] = [
        Self::Receiver,
        Self::Appraiser,
        Self::Leader,
        Self::ReturnOfficer,
        Self::Cashier,
        Self::Volunteer,
        Self::Manager,
        Self::Administrator,
        Self::Program,
    ];

    /// The name in commands, the API and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Receiver => "receiver",
            Self::Appraiser => "appraiser",
            Self::Leader => "leader",
            Self::ReturnOfficer => "return_officer",
            Self::Cashier => "cashier",
            Self::Volunteer => "volunteer",
            Self::Manager => "manager",
            Self::Administrator => "administrator",
            Self::Program => "program",
        }
    }

    /// Reads [`Role::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// A role held at a unit for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Which role.
    pub role: Role,
    /// At which unit.
    pub unit: UnitCode,
    /// When.
    pub validity: Validity,
}

impl Grant {
    /// Whether it holds on a day.
    pub fn is_in_force(&self, on: Date) -> bool {
        self.validity.contains(on)
    }
}
