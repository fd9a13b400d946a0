//! The suite: whole sites, by the library and by the binary.

mod reading;
