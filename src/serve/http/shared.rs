//! Bytes that are being sent to several clients stand in memory once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use sha2::{Digest, Sha256};

/// What is being sent.
#[derive(Default)]
pub(super) struct Shared(Mutex<HashMap<u128, Weak<Vec<u8>>>>);

impl Shared {
    /// The bytes, if they are being sent already those that are; and their number: others have another.
    pub(super) fn one(&self, bytes: Vec<u8>) -> (Arc<Vec<u8>>, u128) {
        let number = number(&bytes);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = all.get(&number).and_then(Weak::upgrade) {
            return (held, number);
        }
        all.retain(|_, held| held.strong_count() > 0);
        let held = Arc::new(bytes);
        all.insert(number, Arc::downgrade(&held));
        (held, number)
    }
}

fn number(bytes: &[u8]) -> u128 {
    Sha256::digest(bytes).iter().take(16).fold(0, |number, byte| number << 8 | u128::from(*byte))
}
