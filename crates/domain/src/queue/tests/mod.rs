mod life;
mod places;
mod property;
mod sample;
mod table;
