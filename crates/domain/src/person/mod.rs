//! People and bodies that appear on a dossier.
