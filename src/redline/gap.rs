//! The best way to set two short sequences beside each other, by the weight of what they share:
//! a programme in the manner of Gale and Church (1993), which may join up to three items.

use std::ops::Range;

use super::token::UNIT;

/// A block or a sentence.
pub(super) struct Item<'a> {
    /// Its tokens, each once with how often it is there, sorted.
    pub bag: &'a [(u32, u32)],
    pub weight: i64,
    /// Items of one kind are paired more readily.
    pub kind: u8,
}

/// Items that stand beside each other: on one side one, on the other one to three.
pub(super) type Match = (Range<usize>, Range<usize>);

/// The most cells that a programme may have; larger gaps are cut by their rarest tokens.
pub(super) const CELLS: usize = 400_000;

/// The weight that two bags share.
pub(super) fn shared(one: &[(u32, u32)], other: &[(u32, u32)], weights: &[i64]) -> i64 {
    let (mut a, mut b, mut sum) = (0, 0, 0);
    while let (Some((x, n)), Some((y, m))) = (one.get(a), other.get(b)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => {
                sum += weights[*x as usize] * i64::from(*n.min(m));
                (a, b) = (a + 1, b + 1);
            }
        }
    }
    sum
}

/// Whether two bags are more alike than a part of 100: by Dice's measure.
pub(super) fn is_alike(shared: i64, weights: i64, percent: i64) -> bool {
    weights > 0 && 200 * shared > percent * weights
}

/// What a step of the programme joins: so many of the left, so many of the right.
const STEPS: [(usize, usize); 7] = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1)];

/// The matches of the best alignment, in order.
pub(super) fn align(left: &[Item<'_>], right: &[Item<'_>], weights: &[i64]) -> Vec<Match> {
    let (n, m) = (left.len(), right.len());
    if n == 0 || m == 0 {
        return Vec::new();
    }
    if (n + 1).saturating_mul(m + 1) > CELLS {
        return sparse(left, right, weights);
    }
    let common: Vec<i64> =
        left.iter().flat_map(|one| right.iter().map(|other| shared(one.bag, other.bag, weights))).collect();
    let common = |i: usize, j: usize| common[i * m + j];
    let mut best = vec![0_i64; (n + 1) * (m + 1)];
    let mut step = vec![0_u8; (n + 1) * (m + 1)];
    for i in 0..=n {
        for j in 0..=m {
            let mut found: (i64, u8) = if i + j == 0 { (0, 0) } else { (i64::MIN, 0) };
            for (at, (di, dj)) in STEPS.into_iter().enumerate() {
                if di > i || dj > j || (i + j == 0) {
                    continue;
                }
                let before = best[(i - di) * (m + 1) + j - dj];
                let gain = match (di, dj) {
                    (1, 1) => one_to_one(&left[i - 1], &right[j - 1], common(i - 1, j - 1)),
                    (0, _) | (_, 0) => Some(0),
                    (1, _) => one_to_many(&left[i - 1], &right[j - dj..j], weights, |k| common(i - 1, j - dj + k)),
                    _ => one_to_many(&right[j - 1], &left[i - di..i], weights, |k| common(i - di + k, j - 1)),
                };
                let Some(gain) = gain else { continue };
                if before + gain > found.0 {
                    found = (before + gain, u8::try_from(at).unwrap_or(0));
                }
            }
            best[i * (m + 1) + j] = found.0;
            step[i * (m + 1) + j] = found.1;
        }
    }
    let (mut i, mut j, mut matches) = (n, m, Vec::new());
    while i + j > 0 {
        let (di, dj) = STEPS[usize::from(step[i * (m + 1) + j])];
        (i, j) = (i - di, j - dj);
        if di > 0 && dj > 0 {
            matches.push((i..i + di, j..j + dj));
        }
    }
    matches.reverse();
    matches
}

/// What a pair gains, in 1/100 of a weight; nothing where it is too unlike. θ is 0.4.
fn one_to_one(left: &Item<'_>, right: &Item<'_>, shared: i64) -> Option<i64> {
    let gain = 200 * shared - 40 * (left.weight + right.weight);
    let gain = if left.kind == right.kind { gain } else { gain * 4 / 5 };
    (gain > 0).then_some(gain)
}

/// The same for one that became several, or the other way round.
fn one_to_many(
    whole: &Item<'_>,
    parts: &[Item<'_>],
    weights: &[i64],
    shared_with: impl Fn(usize) -> i64,
) -> Option<i64> {
    let fits = |(k, part): (usize, &Item<'_>)| part.weight > 0 && 10 * shared_with(k) >= 6 * part.weight;
    if !parts.iter().enumerate().all(fits) {
        return None;
    }
    let mut union: Vec<(u32, u32)> = parts.iter().flat_map(|part| part.bag.iter().copied()).collect();
    union.sort_unstable();
    union.dedup_by(|later, first| {
        let is_same = later.0 == first.0;
        if is_same {
            first.1 += later.1;
        }
        is_same
    });
    let sum: i64 = parts.iter().map(|part| part.weight).sum();
    let common = shared(&union, whole.bag, weights);
    if !is_alike(common, sum + whole.weight, 60) {
        return None;
    }
    let gain = 200 * common - 40 * (sum + whole.weight) - 2 * whole.weight;
    let gain = if parts.iter().all(|part| part.kind == whole.kind) { gain } else { gain * 4 / 5 };
    (gain > 0).then_some(gain)
}

/// For gaps that are too large: each item is paired with those that share its rarest tokens, and of
/// these pairs the heaviest chain is taken.
fn sparse(left: &[Item<'_>], right: &[Item<'_>], weights: &[i64]) -> Vec<Match> {
    let having = Having::of(right, weights.len());
    let mut pairs: Vec<(usize, usize, i64)> = Vec::new();
    for (i, item) in left.iter().enumerate() {
        let mut candidates = having.sharing(item.bag, weights);
        candidates.truncate(6);
        for j in candidates {
            let common = shared(item.bag, right[j].bag, weights);
            pairs.extend(one_to_one(item, &right[j], common).map(|gain| (i, j, gain)));
        }
    }
    heaviest_chain(&pairs).into_iter().map(|at| (pairs[at].0..pairs[at].0 + 1, pairs[at].1..pairs[at].1 + 1)).collect()
}

/// Which items have a token, for tokens that few have.
pub(super) struct Having(Vec<Vec<u32>>);

/// A token that more items have says nothing.
const FEW: usize = 30;

impl Having {
    pub(super) fn of(items: &[Item<'_>], known: usize) -> Self {
        let mut having = vec![Vec::new(); known];
        for (at, item) in items.iter().enumerate() {
            for (id, _) in item.bag {
                let list: &mut Vec<u32> = &mut having[*id as usize];
                if list.len() <= FEW {
                    list.push(u32::try_from(at).unwrap_or(u32::MAX));
                }
            }
        }
        Self(having)
    }

    /// The items that share rare tokens with a bag, those with the heaviest first.
    pub(super) fn sharing(&self, bag: &[(u32, u32)], weights: &[i64]) -> Vec<usize> {
        let mut found: std::collections::BTreeMap<u32, i64> = std::collections::BTreeMap::new();
        for (id, _) in bag.iter().filter(|(id, _)| weights[*id as usize] > UNIT / 2) {
            let list = &self.0[*id as usize];
            if list.len() <= FEW {
                for at in list {
                    *found.entry(*at).or_default() += weights[*id as usize];
                }
            }
        }
        let mut found: Vec<(u32, i64)> = found.into_iter().collect();
        found.sort_by_key(|(at, weight)| (std::cmp::Reverse(*weight), *at));
        found.into_iter().map(|(at, _)| at as usize).collect()
    }
}

/// Of pairs, sorted by their left, those of a chain that rises on both sides and weighs most; by
/// their places. A Fenwick tree holds the best chain up to each right.
pub(super) fn heaviest_chain(pairs: &[(usize, usize, i64)]) -> Vec<usize> {
    let width = pairs.iter().map(|(_, j, _)| j + 1).max().unwrap_or(0);
    let mut tree: Vec<Option<usize>> = vec![None; width + 1];
    let mut total: Vec<(i64, Option<usize>)> = vec![(0, None); pairs.len()];
    let mut start = 0;
    while start < pairs.len() {
        let end = pairs[start..].iter().position(|pair| pair.0 != pairs[start].0).map_or(pairs.len(), |n| start + n);
        for (at, (_, right, weight)) in pairs.iter().enumerate().take(end).skip(start) {
            let (mut place, mut best) = (*right, None);
            while place > 0 {
                best = heavier(best, tree[place], &total);
                place &= place - 1;
            }
            total[at] = (weight + best.map_or(0, |best: usize| total[best].0), best);
        }
        for (at, (_, right, _)) in pairs.iter().enumerate().take(end).skip(start) {
            let mut place = right + 1;
            while place <= width {
                tree[place] = heavier(tree[place], Some(at), &total);
                place += place & place.wrapping_neg();
            }
        }
        start = end;
    }
    let mut last = (0..pairs.len()).reduce(|best, at| if total[at].0 > total[best].0 { at } else { best });
    let mut chain = Vec::new();
    while let Some(at) = last {
        chain.push(at);
        last = total[at].1;
    }
    chain.reverse();
    chain
}

/// The heavier of two chains; of equal ones the first.
fn heavier(one: Option<usize>, other: Option<usize>, total: &[(i64, Option<usize>)]) -> Option<usize> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if total[other].0 > total[one].0 { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// The places of equal items that stay in order.
pub(super) fn equal(left: &[u32], right: &[u32]) -> Vec<(usize, usize)> {
    if left.is_empty() || right.is_empty() {
        return Vec::new();
    }
    let operations = similar::capture_diff_slices(similar::Algorithm::Patience, left, right);
    let equal = operations.into_iter().filter_map(|operation| match operation {
        similar::DiffOp::Equal { old_index, new_index, len } => {
            Some((0..len).map(move |n| (old_index + n, new_index + n)))
        }
        _ => None,
    });
    equal.flatten().collect()
}
