//! Units, levels and the dated tree.
