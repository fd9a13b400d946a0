//! Which blocks of the two sides belong together: in order, or moved.

use std::collections::BTreeSet;

use super::gap::{Having, Item, align, equal, heaviest_chain, is_alike, shared};
use super::leaf::{Leaf, LeafKind};
use super::token::{Block, Both, Class, Token};

/// Blocks that belong together: on one side one, on the other one to three.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub before: Vec<usize>,
    pub after: Vec<usize>,
    pub is_moved: bool,
}

/// The fewest words of an equal block that is said to be moved, and of one that was also edited.
const MOVED_WORDS: usize = 5;
const EDITED_WORDS: usize = 4;

/// The fewest words of a block that is said to be rewritten.
const REWRITTEN_WORDS: usize = 8;

/// The most tokens of a line that states a day.
const DATED: usize = 12;

/// So far from a pair a part of it may stand.
const NEAR: usize = 4;

/// The most pairs of blocks that are looked at for that, in a stretch.
const LEFT_OVER: usize = 144;

/// Every pair, sorted by the place after. What is in none was removed or added.
pub(super) fn pairs(both: &Both, before: &[Leaf], after: &[Leaf]) -> Vec<Pair> {
    let mut aligner = Aligner {
        both,
        leaves: (before, after),
        left: vec![None; before.len()],
        right: vec![None; after.len()],
        pairs: Vec::new(),
    };
    aligner.anchors();
    aligner.exact_moves();
    aligner.gaps();
    aligner.late_parts();
    aligner.fuzzy_moves();
    aligner.renamed_headings();
    aligner.leftovers();
    let mut pairs = aligner.pairs;
    pairs.sort_by_key(|pair| pair.after[0]);
    pairs
}

struct Aligner<'a> {
    both: &'a Both,
    leaves: (&'a [Leaf], &'a [Leaf]),
    /// The pair that holds each block.
    left: Vec<Option<usize>>,
    right: Vec<Option<usize>>,
    pairs: Vec<Pair>,
}

/// A number for kinds that are paired more readily with their own.
fn kind(leaf: &Leaf) -> u8 {
    match leaf.kind {
        LeafKind::Heading(_) | LeafKind::Title => 1,
        LeafKind::Paragraph => 2,
        LeafKind::Item => 3,
        LeafKind::Row { .. } => 4,
        LeafKind::Code => 5,
        LeafKind::Term => 6,
    }
}

impl Aligner<'_> {
    fn add(&mut self, before: &[usize], after: &[usize], is_moved: bool) {
        for at in before {
            self.left[*at] = Some(self.pairs.len());
        }
        for at in after {
            self.right[*at] = Some(self.pairs.len());
        }
        self.pairs.push(Pair { before: before.to_vec(), after: after.to_vec(), is_moved });
    }

    fn is_free(&self, i: usize, j: usize) -> bool {
        self.left[i].is_none() && self.right[j].is_none()
    }

    /// Equal blocks that stay in order: first those that are there once, by the heaviest chain, so
    /// that the lighter side of a move is the one that moved; then what is equal between them.
    fn anchors(&mut self) {
        let both = self.both;
        let unique = self.unique();
        let mut pairs: Vec<(usize, usize, i64)> =
            unique.iter().map(|(i, j)| (*i, *j, both.before[*i].weight + 1)).collect();
        let (ones, others): (BTreeSet<usize>, BTreeSet<usize>) = unique.into_iter().unzip();
        // Blocks that were edited say where the text goes on as well.
        let free = |all: usize, taken: &BTreeSet<usize>| (0..all).filter(|at| !taken.contains(at)).collect();
        let edited = self.alike(free(self.left.len(), &ones), free(self.right.len(), &others));
        pairs.extend(edited.into_iter().map(|(common, i, j)| (i, j, common)));
        pairs.sort_unstable();
        let chain = heaviest_chain(&pairs).into_iter().map(|at| (pairs[at].0, pairs[at].1));
        let chain: Vec<(usize, usize)> = chain.filter(|(i, _)| ones.contains(i)).collect();
        let hashes = |blocks: &[Block]| blocks.iter().map(|block| block.hash).collect::<Vec<u32>>();
        let (left, right) = (hashes(&both.before), hashes(&both.after));
        let mut from = (0, 0);
        for end in chain.into_iter().chain([(left.len(), right.len())]) {
            for (i, j) in equal(&left[from.0..end.0], &right[from.1..end.1]) {
                if !both.before[from.0 + i].tokens.is_empty() {
                    self.add(&[from.0 + i], &[from.1 + j], false);
                }
            }
            if end.0 < left.len() {
                self.add(&[end.0], &[end.1], false);
            }
            from = (end.0 + 1, end.1 + 1);
        }
    }

    /// Free blocks with words that are there once on both sides, by their place before.
    fn unique(&self) -> Vec<(usize, usize)> {
        let known = self.both.before.iter().chain(&self.both.after).map(|block| block.hash as usize + 1).max();
        let mut places: Vec<(Option<usize>, Option<usize>, usize)> = vec![(None, None, 0); known.unwrap_or(0)];
        for (i, block) in self.both.before.iter().enumerate().filter(|(i, _)| self.left[*i].is_none()) {
            let place = &mut places[block.hash as usize];
            (place.0, place.2) = (Some(i), place.2 + 1);
        }
        for (j, block) in self.both.after.iter().enumerate().filter(|(j, _)| self.right[*j].is_none()) {
            let place = &mut places[block.hash as usize];
            (place.1, place.2) = (Some(j), place.2 + 1);
        }
        let once = |place: (Option<usize>, Option<usize>, usize)| match place {
            (Some(i), Some(j), 2) if self.both.before[i].words > 0 => Some((i, j)),
            _ => None,
        };
        let mut found: Vec<(usize, usize)> = places.into_iter().filter_map(once).collect();
        found.sort_unstable();
        found
    }

    /// Equal blocks off the chain: moved, and their neighbours with them.
    fn exact_moves(&mut self) {
        for (i, j) in self.unique() {
            if self.both.before[i].words >= MOVED_WORDS && self.is_free(i, j) {
                self.add(&[i], &[j], true);
                self.grow(i, j);
            }
        }
    }

    /// Takes the neighbours of a moved block along that are equal, or of one kind and much alike.
    fn grow(&mut self, i: usize, j: usize) {
        for forward in [true, false] {
            let (mut i, mut j) = (i, j);
            loop {
                let next = if forward { Some((i + 1, j + 1)) } else { i.checked_sub(1).zip(j.checked_sub(1)) };
                let Some((a, b)) = next else { break };
                if a >= self.left.len() || b >= self.right.len() || !self.is_free(a, b) || !self.goes_along(a, b) {
                    break;
                }
                self.add(&[a], &[b], true);
                (i, j) = (a, b);
            }
        }
    }

    fn goes_along(&self, i: usize, j: usize) -> bool {
        let (one, other) = (&self.both.before[i], &self.both.after[j]);
        let is_kin = kind(&self.leaves.0[i]) == kind(&self.leaves.1[j]);
        one.hash == other.hash && !one.tokens.is_empty() || is_kin && self.are_alike(i, j, 60)
    }

    fn are_alike(&self, i: usize, j: usize, percent: i64) -> bool {
        let (one, other) = (&self.both.before[i], &self.both.after[j]);
        is_alike(shared(&one.bag, &other.bag, &self.both.weights), one.weight + other.weight, percent)
    }

    fn item<'b>(block: &'b Block, leaf: &Leaf) -> Item<'b> {
        Item { bag: &block.bag, weight: block.weight, kind: kind(leaf) }
    }

    /// The stretches between blocks that stay in order: the free blocks of both sides.
    fn stretches(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut fixed: Vec<&Pair> = self.pairs.iter().filter(|pair| !pair.is_moved).collect();
        fixed.sort_by_key(|pair| pair.after[0]);
        let mut from = (0, 0);
        let mut found = Vec::new();
        let ends = fixed.iter().map(|pair| (pair.before[0], pair.after[0]));
        for (before, after) in ends.chain([(self.left.len(), self.right.len())]) {
            let free = |taken: &[Option<usize>], from: usize, to: usize| {
                (from..to).filter(|at| taken[*at].is_none()).collect::<Vec<_>>()
            };
            found.push((free(&self.left, from.0, before), free(&self.right, from.1, after)));
            from = (before, after);
        }
        found
    }

    /// What changed between blocks that stay in order.
    fn gaps(&mut self) {
        for (left, right) in self.stretches() {
            let both = self.both;
            let lefts: Vec<Item<'_>> =
                left.iter().map(|at| Self::item(&both.before[*at], &self.leaves.0[*at])).collect();
            let rights: Vec<Item<'_>> =
                right.iter().map(|at| Self::item(&both.after[*at], &self.leaves.1[*at])).collect();
            for (one, other) in align(&lefts, &rights, &both.weights) {
                self.add(&left[one], &right[other], false);
            }
        }
    }

    /// Parts of a block that was split, or joined with another one, where something new stands between
    /// them: a free block near a pair that is contained in what the pair's other side has besides.
    fn late_parts(&mut self) {
        let both = self.both;
        for at in 0..self.pairs.len() {
            let Pair { before, after, is_moved } = self.pairs[at].clone();
            let ([i], [j], false) = (before.as_slice(), after.as_slice(), is_moved) else { continue };
            let (one, other) = (&both.before[*i], &both.after[*j]);
            if one.hash == other.hash {
                continue;
            }
            let rest = without(&one.bag, &other.bag);
            if let Some(part) = self.part_of(&rest, self.near(*j, &self.right), &both.after) {
                self.pairs[at].after = if part < *j { vec![part, *j] } else { vec![*j, part] };
                self.right[part] = Some(at);
                continue;
            }
            let rest = without(&other.bag, &one.bag);
            if let Some(part) = self.part_of(&rest, self.near(*i, &self.left), &both.before) {
                self.pairs[at].before = if part < *i { vec![part, *i] } else { vec![*i, part] };
                self.left[part] = Some(at);
            }
        }
    }

    /// The free blocks of a side round a block, as far as no pair that stays in order would be crossed.
    fn near(&self, from: usize, taken: &[Option<usize>]) -> Vec<usize> {
        let passes = |at: &usize| taken[*at].is_none_or(|pair| self.pairs[pair].is_moved);
        let above = (0..from).rev().take(NEAR).take_while(passes).collect::<Vec<_>>().into_iter().rev();
        let below = (from + 1..taken.len()).take(NEAR).take_while(passes);
        above.chain(below).filter(|at| taken[*at].is_none()).collect()
    }

    /// The first of the blocks that a bag contains, but for a fifth of its weight.
    fn part_of(&self, rest: &[(u32, u32)], near: Vec<usize>, blocks: &[Block]) -> Option<usize> {
        let weights = &self.both.weights;
        let is_part = |at: &usize| {
            let block = &blocks[*at];
            block.words >= MOVED_WORDS && 10 * shared(&block.bag, rest, weights) >= 8 * block.weight
        };
        near.into_iter().find(is_part)
    }

    /// Blocks with enough words that are much alike: the weight that they share, and both.
    fn alike(&self, left: Vec<usize>, right: Vec<usize>) -> Vec<(i64, usize, usize)> {
        let both = self.both;
        let left = left.into_iter().filter(|at| both.before[*at].words >= EDITED_WORDS);
        let right: Vec<usize> = right.into_iter().filter(|at| both.after[*at].words >= EDITED_WORDS).collect();
        let rights: Vec<Item<'_>> = right.iter().map(|at| Self::item(&both.after[*at], &self.leaves.1[*at])).collect();
        let having = Having::of(&rights, both.weights.len());
        let mut found = Vec::new();
        for i in left {
            let block = &both.before[i];
            for at in having.sharing(&block.bag, &both.weights).into_iter().take(6) {
                let other = &both.after[right[at]];
                let common = shared(&block.bag, &other.bag, &both.weights);
                if is_alike(common, block.weight + other.weight, 60) {
                    found.push((common, i, right[at]));
                }
            }
        }
        found
    }

    /// Moved blocks that were edited too: the most alike and heaviest first.
    fn fuzzy_moves(&mut self) {
        let free = |taken: &[Option<usize>]| (0..taken.len()).filter(|at| taken[*at].is_none()).collect();
        let mut found = self.alike(free(&self.left), free(&self.right));
        let rank = |(common, i, j): &(i64, usize, usize)| {
            let (one, other) = (self.both.before[*i].weight, self.both.after[*j].weight);
            (std::cmp::Reverse(2000 * common / (one + other) * one.min(other)), *i, *j)
        };
        found.sort_by_cached_key(rank);
        for (_, i, j) in found {
            if self.is_free(i, j) {
                self.add(&[i], &[j], true);
                self.grow(i, j);
            }
        }
    }

    /// Headings that were renamed when what stands under them moved.
    fn renamed_headings(&mut self) {
        let moved: Vec<(usize, usize)> =
            self.pairs.iter().filter(|pair| pair.is_moved).map(|pair| (pair.before[0], pair.after[0])).collect();
        for (i, j) in moved {
            let (Some(i), Some(j)) = (i.checked_sub(1), j.checked_sub(1)) else { continue };
            let (one, other) = (self.leaves.0[i].kind, self.leaves.1[j].kind);
            if matches!(one, LeafKind::Heading(_)) && one == other && self.is_free(i, j) {
                self.add(&[i], &[j], true);
            }
        }
    }

    /// What is left over between blocks that stay in order: a renamed heading faces its new name, and a
    /// paragraph that was rewritten faces itself where half of its words are still there in their order.
    fn leftovers(&mut self) {
        for (left, right) in self.stretches() {
            if left.len() * right.len() > LEFT_OVER {
                continue;
            }
            let mut pairs: Vec<(usize, usize, i64)> = Vec::new();
            for i in &left {
                let worth = |j: usize| self.is_rewritten(*i, j).or_else(|| self.is_dated_anew(*i, j));
                pairs.extend(right.iter().filter_map(|j| Some((*i, *j, worth(*j)?))));
            }
            for at in heaviest_chain(&pairs) {
                self.add(&[pairs[at].0], &[pairs[at].1], false);
            }
            let free = |taken: &[Option<usize>], all: &[usize]| -> Vec<usize> {
                all.iter().copied().filter(|at| taken[*at].is_none()).collect()
            };
            let (left, right) = (free(&self.left, &left), free(&self.right, &right));
            let ([i], [j]) = (left.as_slice(), right.as_slice()) else { continue };
            let kinds = (kind(&self.leaves.0[*i]), kind(&self.leaves.1[*j]));
            if kinds.0 == kinds.1 && (kinds.0 == 1 || self.are_alike(*i, *j, 25)) {
                self.add(&[*i], &[*j], false);
            }
        }
    }

    /// Whether two short lines state a day or an amount in one form: `Effective May 4, 2026`.
    fn is_dated_anew(&self, i: usize, j: usize) -> Option<i64> {
        let (one, other) = (&self.both.before[i].tokens, &self.both.after[j].tokens);
        let is_kin = kind(&self.leaves.0[i]) == kind(&self.leaves.1[j]);
        let has_number = |tokens: &[Token]| tokens.iter().any(|token| token.class == Class::Number);
        if !is_kin || one.len().max(other.len()) > DATED || !has_number(one) || !has_number(other) {
            return None;
        }
        let begins = |token: &&Token| token.class == Class::Word;
        let first = one.first().filter(begins).zip(other.first().filter(begins));
        let is_same_shape = || one.iter().map(|token| token.class).eq(other.iter().map(|token| token.class));
        (first.is_some_and(|(one, other)| one.id == other.id) || is_same_shape()).then_some(1)
    }

    /// How many tokens two blocks of a kind keep in their order, if that is half of all.
    fn is_rewritten(&self, i: usize, j: usize) -> Option<i64> {
        let (one, other) = (&self.both.before[i], &self.both.after[j]);
        let (n, m) = (one.tokens.len(), other.tokens.len());
        let is_kin = kind(&self.leaves.0[i]) == kind(&self.leaves.1[j]);
        if !is_kin || one.words < REWRITTEN_WORDS || n * m > 1_000_000 || 3 * n.min(m) < n.max(m) {
            return None;
        }
        let ids = |block: &Block| block.tokens.iter().map(|token| token.id).collect::<Vec<u32>>();
        let kept = equal(&ids(one), &ids(other)).len();
        (4 * kept >= n + m).then(|| i64::try_from(kept).unwrap_or(0))
    }
}

/// What a bag has besides another one.
fn without(bag: &[(u32, u32)], other: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let count = |id: u32| other.binary_search_by_key(&id, |(id, _)| *id).map_or(0, |at| other[at].1);
    bag.iter().map(|(id, n)| (*id, n.saturating_sub(count(*id)))).filter(|(_, n)| *n > 0).collect()
}
