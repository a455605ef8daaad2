//! Which papers a dossier needs, and which are missing: all gaps at once.

use std::collections::BTreeMap;

use super::{CaseFacts, ComponentId, ComponentKind, ComponentSpec, GroupId, ProcedureVersion};

/// How a component was fulfilled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandedAs {
    /// On paper, or as a file of the paper.
    Paper,
    /// By data of a national database, so no paper is asked for.
    ///
    /// # Legal source
    /// Resolution 66.7/2025/NQ-CP: components are replaced by data from national databases.
    Data,
}

/// A component that was handed in or shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// Which component.
    pub component: ComponentId,
    /// How many; not looked at for data.
    pub quantity: u16,
    /// Paper or data.
    pub by: HandedAs,
}

impl Handed {
    /// A number of papers.
    pub const fn paper(component: ComponentId, quantity: u16) -> Self {
        Self { component, quantity, by: HandedAs::Paper }
    }

    /// Data in place of the paper.
    pub const fn data(component: ComponentId) -> Self {
        Self { component, quantity: 0, by: HandedAs::Data }
    }

    fn fulfils(&self, spec: &ComponentSpec) -> bool {
        self.component == spec.id && (self.by == HandedAs::Data || self.quantity >= spec.quantity)
    }
}

/// One thing a dossier needs: a component, or one of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Required<'a> {
    /// This component.
    Component(&'a ComponentSpec),
    /// One of these.
    OneOf(&'a GroupId, Vec<&'a ComponentSpec>),
}

impl<'a> Required<'a> {
    /// The components of which one is enough.
    pub fn choices(&self) -> &[&'a ComponentSpec] {
        match self {
            Self::Component(spec) => std::slice::from_ref(spec),
            Self::OneOf(_, choices) => choices,
        }
    }

    fn is_met(&self, handed: &[Handed]) -> bool {
        self.choices().iter().any(|spec| handed.iter().any(|paper| paper.fulfils(spec)))
    }
}

impl ProcedureVersion {
    /// Components that apply to the facts, of every kind, in the order of the pack.
    pub fn applicable<'a>(&'a self, facts: &'a CaseFacts) -> impl Iterator<Item = &'a ComponentSpec> {
        self.components.iter().filter(|spec| spec.condition.holds(facts))
    }

    /// What a complete dossier needs, in the order of the pack; a group stands where its first member does.
    pub fn required<'a>(&'a self, facts: &CaseFacts) -> Vec<Required<'a>> {
        let papers = || self.components.iter().filter(|spec| is_paper(spec) && spec.condition.holds(facts));
        let mut groups: BTreeMap<&GroupId, Vec<&ComponentSpec>> = BTreeMap::new();
        for spec in papers() {
            if let Some(group) = &spec.one_of {
                groups.entry(group).or_default().push(spec);
            }
        }
        groups.retain(|_, members| members.iter().any(|spec| spec.required));
        papers()
            .filter_map(|spec| match &spec.one_of {
                None => spec.required.then_some(Required::Component(spec)),
                Some(group) => groups.remove(group).map(|members| Required::OneOf(group, members)),
            })
            .collect()
    }

    /// What is still missing, all of it at once; empty means complete.
    ///
    /// # Legal source
    /// Decree 61/2018/NĐ-CP Art 17: the applicant is told once and fully what to add.
    pub fn missing<'a>(&'a self, facts: &CaseFacts, handed: &[Handed]) -> Vec<Required<'a>> {
        self.required(facts).into_iter().filter(|need| !need.is_met(handed)).collect()
    }

    /// Whether the dossier must submit (not only show) at least one component; the base of the digitised share.
    pub fn must_submit(&self, facts: &CaseFacts) -> bool {
        self.required(facts)
            .iter()
            .any(|need| need.choices().iter().any(|spec| spec.kind == ComponentKind::Submit))
    }
}

const fn is_paper(spec: &ComponentSpec) -> bool {
    match spec.kind {
        ComponentKind::Submit | ComponentKind::Present => true,
        ComponentKind::Condition | ComponentKind::Note => false,
    }
}
