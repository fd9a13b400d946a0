//! engross.
pub mod build;
pub mod check;
pub mod cli;
pub mod config;
pub mod data;
pub mod diagnostic;
pub mod history;
pub mod language;
pub mod markdown;
pub mod output;
pub mod page;
pub mod serve;
pub mod site;
pub mod source;
pub mod theme;
pub mod vocabulary;
