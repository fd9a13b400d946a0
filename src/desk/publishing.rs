//! What publishing would change.

use std::sync::Arc;

use serde::Serialize;

use super::Setup;
use super::words::Voice;
use crate::build::Loaded;

/// stub
#[derive(Debug, Default)]
pub(super) struct Publishing {}

#[derive(Debug, Serialize)]
pub(super) struct PublishingContext {}

impl Publishing {
    pub(super) fn told(&self, _setup: &Setup, _loaded: &Arc<Loaded>, _voice: &Voice) -> PublishingContext {
        PublishingContext {}
    }
}
