//! Roles of staff.
