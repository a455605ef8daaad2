//! What a file is, by its first and last bytes.

use crate::error::FileProblem;

/// What is taken at the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// PDF.
    Pdf,
    /// JPEG.
    Jpeg,
}

impl Kind {
    /// The media type it is kept and served with.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// The ending of its name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
        }
    }
}

/// How many bytes of blanks may follow the end of a PDF.
const TRAILING_BLANKS_MAX: usize = 2048;

/// Brands of pictures that phones write in HEIF containers.
const HEIC_BRANDS: [&[u8]; 9] =
    [b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"miaf"];

/// Tells what a file is. A file that is two things at once is taken as neither: other readers would see the other one.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, FileProblem> {
    if bytes.is_empty() {
        return Err(FileProblem::Empty);
    }
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return Ok(Kind::Jpeg);
    }
    if bytes.starts_with(b"%PDF-") {
        return pdf(bytes);
    }
    let brand = bytes.get(4..8).filter(|tag| *tag == b"ftyp").and_then(|_| bytes.get(8..12));
    if brand.is_some_and(|brand| HEIC_BRANDS.contains(&brand)) {
        return Err(FileProblem::Heic);
    }
    Err(FileProblem::Kind)
}

/// A PDF ends with its mark; what follows may only be blank, or it is something else's beginning.
fn pdf(bytes: &[u8]) -> Result<Kind, FileProblem> {
    const END: &[u8] = b"%%EOF";
    let at = bytes.windows(END.len()).rposition(|window| window == END).ok_or(FileProblem::Unreadable)?;
    let after = bytes.get(at + END.len()..).unwrap_or_default();
    let blank = after.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0);
    if blank && after.len() <= TRAILING_BLANKS_MAX { Ok(Kind::Pdf) } else { Err(FileProblem::Kind) }
}
