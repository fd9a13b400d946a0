//! Writing a site: into a folder beside the old one, which takes its place in one step.

mod disk;

pub use disk::{MARKER, OutputError, Published, Stage, There};
