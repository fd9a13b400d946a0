//! Fixed points between two long rows of words: runs of words that are there once on both sides.

use std::collections::HashMap;

use super::gap::heaviest_chain;

/// The lengths of runs that are tried: in texts of few different words only long ones are there once.
const RUNS: [usize; 6] = [1, 2, 4, 8, 16, 32];

/// Places of both sides that hold the same word, in order, so that what lies between them is short: of
/// the lengths of runs that are tried, those of the one that leaves the least to compare.
pub(super) fn anchors(left: &[u32], right: &[u32]) -> Vec<(usize, usize)> {
    let found = RUNS.into_iter().map(|run| of_runs(left, right, run));
    let rest = |anchors: &Vec<(usize, usize)>| {
        let ends = anchors.iter().map(|(i, j)| (i + 1, j + 1)).chain([(0, 0)]);
        let mut all: Vec<(usize, usize)> = ends.chain([(left.len() + 1, right.len() + 1)]).collect();
        all.sort_unstable();
        let gaps = all.windows(2).map(|pair| (pair[1].0 - pair[0].0).saturating_mul(pair[1].1 - pair[0].1));
        gaps.fold(0_usize, usize::saturating_add)
    };
    found.min_by_key(rest).unwrap_or_default()
}

/// The words of all runs of a length that are there once on both sides, by the longest chain.
fn of_runs(left: &[u32], right: &[u32], run: usize) -> Vec<(usize, usize)> {
    // For each run how often each side has it, and where it was seen last.
    let mut seen: HashMap<&[u32], [(u32, usize); 2]> = HashMap::new();
    for (side, words) in [left, right].into_iter().enumerate() {
        for (at, words) in words.windows(run).enumerate() {
            let place = &mut seen.entry(words).or_default()[side];
            *place = (place.0 + 1, at);
        }
    }
    let once = |sides: &[(u32, usize); 2]| sides.iter().all(|(count, _)| *count == 1);
    let mut pairs: Vec<(usize, usize, i64)> =
        seen.into_values().filter(once).map(|[(_, i), (_, j)]| (i, j, 1)).collect();
    pairs.sort_unstable();
    let mut anchors: Vec<(usize, usize)> = Vec::new();
    for at in heaviest_chain(&pairs) {
        let (i, j, _) = pairs[at];
        // A run that began on another diagonal may reach into this one.
        let free =
            anchors.last().map_or(0, |(last, other)| (last + 1).saturating_sub(i).max((other + 1).saturating_sub(j)));
        anchors.extend((free..run).map(|n| (i + n, j + n)));
    }
    anchors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_rise_and_hold_the_same_words() {
        let words = |step: usize| (0..5_000).map(|n| u32::try_from(n * step % 7).unwrap_or(0)).collect::<Vec<u32>>();
        let left = [words(3), (100..200).collect(), words(1)].concat();
        let right = [words(5), vec![3], (100..150).collect(), vec![1], (150..200).collect(), words(1)].concat();
        let found = anchors(&left, &right);
        assert!(found.len() >= 100, "{}", found.len());
        assert!(found.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1));
        assert!(found.iter().all(|(i, j)| left[*i] == right[*j]));
    }
}
