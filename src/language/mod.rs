//! What the page says in the reader's language: interface strings by Fluent, dates by ICU4X.

mod date;
mod strings;

pub use date::long_date;
pub use strings::{Dated, StringFiles, Strings};
