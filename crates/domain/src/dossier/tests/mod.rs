//! Tests of the state machine: the whole table, a life, and properties of any history.

mod life;
mod property;
mod refusals;
mod sample;
mod table;
