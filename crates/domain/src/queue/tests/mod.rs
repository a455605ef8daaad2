//! The rules of the queue as tables and properties.

mod life;
mod places;
mod property;
mod sample;
mod table;
