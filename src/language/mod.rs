//! What the page says in the reader's language: interface strings by Fluent, dates by ICU4X.

mod date;
mod order;
mod strings;

pub use date::long_date;
pub use order::Order;
pub use strings::{Dated, Piece, StringFiles, Strings};
