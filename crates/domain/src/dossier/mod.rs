//! The dossier: commands, events, decisions.
