//! Administrative procedures and their dated versions.
