//! Roles and duties of staff.

use domain::promise::Duty;
use domain::role::Role;

use crate::{Key, Lang, text};

/// Who somebody is: `Công chức tiếp nhận`.
pub fn role(role: Role, lang: Lang) -> &'static str {
    let key = match role {
        Role::Receiver => Key::StagesRoleReceiver,
        Role::Appraiser => Key::StagesRoleAppraiser,
        Role::Leader => Key::StagesRoleLeader,
        Role::ReturnOfficer => Key::StagesRoleReturnOfficer,
        Role::Cashier => Key::StagesRoleCashier,
        Role::Volunteer => Key::StagesRoleVolunteer,
        Role::Manager => Key::StagesRoleManager,
        Role::Administrator => Key::StagesRoleAdministrator,
        Role::Program => Key::StagesRoleProgram,
    };
    text(lang, key)
}

/// One of the four duties: `Trả kết quả`.
pub fn duty(duty: Duty, lang: Lang) -> &'static str {
    let key = match duty {
        Duty::Receive => Key::StagesDutyReceive,
        Duty::Appraise => Key::StagesDutyAppraise,
        Duty::Approve => Key::StagesDutyApprove,
        Duty::Return => Key::StagesDutyReturn,
    };
    text(lang, key)
}

/// The duty in one word, for buttons and narrow columns: `Trả`.
pub fn duty_short(duty: Duty, lang: Lang) -> &'static str {
    let key = match duty {
        Duty::Receive => Key::StagesDutyReceiveShort,
        Duty::Appraise => Key::StagesDutyAppraiseShort,
        Duty::Approve => Key::StagesDutyApproveShort,
        Duty::Return => Key::StagesDutyReturnShort,
    };
    text(lang, key)
}
