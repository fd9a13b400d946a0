//! The words that are added inside a text.

use crate::language::Strings;
use crate::markdown::{AlertKind, Labels, TaskState};

impl Labels for Strings {
    fn permalink(&self, section: &str) -> String {
        self.with("permalink", &[("section", section.into())])
    }

    fn table(&self, number: usize, section: Option<&str>) -> String {
        match section {
            Some(section) => self.with("table-in-section", &[("number", number.into()), ("section", section.into())]),
            None => self.with("table", &[("number", number.into())]),
        }
    }

    fn footnotes(&self) -> String {
        self.get("footnotes")
    }

    fn footnote(&self, number: u32) -> String {
        self.with("footnote", &[("number", number.into())])
    }

    fn footnote_back(&self, number: u32) -> String {
        self.with("footnote-back", &[("number", number.into())])
    }

    fn alert(&self, kind: AlertKind) -> String {
        self.get(&format!("alert-{}", kind.as_str()))
    }

    fn task(&self, state: TaskState) -> String {
        self.get(if state == TaskState::Done { "task-done" } else { "task-open" })
    }
}
