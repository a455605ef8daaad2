//! JPEG without decoding: a walk over its segments that checks them and leaves out what tells too much.
//!
//! Left out are EXIF and XMP (APP1), previews (APP2 but for colour profiles), IPTC (APP13), comments, other APP segments, and
//! everything after the end of the picture. Which way up it is stays, as the only entry of a new EXIF segment.

use crate::error::FileProblem;

/// Most pixels a picture may claim: a viewer needs four bytes for each.
const PIXELS_MAX: u64 = 200_000_000;

/// A picture without what tells where, when and with what it was taken.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, FileProblem> {
    let mut walk = Walk { bytes, at: 2 };
    let mut kept: Vec<&[u8]> = Vec::new();
    let (mut orientation, mut sized) = (None, false);
    loop {
        let marker = walk.marker()?;
        match marker {
            // Start of scan: its header, then data up to the next marker; progressive pictures have several.
            0xda => {
                if !sized {
                    return Err(FileProblem::Unreadable);
                }
                kept.push(walk.scan()?);
            }
            0xd9 => return Ok(assembled(&kept, orientation)),
            0xc4 | 0xcc | 0xdb | 0xdd | 0xe0 | 0xee => kept.push(walk.segment()?.whole),
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let segment = walk.segment()?;
                check_size(segment.body)?;
                sized = true;
                kept.push(segment.whole);
            }
            0xe1 => orientation = exif_orientation(walk.segment()?.body).or(orientation),
            0xe2 => {
                let segment = walk.segment()?;
                if segment.body.starts_with(b"ICC_PROFILE\0") {
                    kept.push(segment.whole);
                }
            }
            0xe3..=0xed | 0xef | 0xfe => {
                walk.segment()?;
            }
            _ => return Err(FileProblem::Unreadable),
        }
    }
}

fn assembled(kept: &[&[u8]], orientation: Option<u8>) -> Vec<u8> {
    let mut picture = vec![0xff, 0xd8];
    // JFIF must come first where there is one.
    let (first, rest) = match kept.split_first() {
        Some((first, rest)) if first.get(1) == Some(&0xe0) => (Some(first), rest),
        Some(_) | None => (None, kept),
    };
    picture.extend(first.into_iter().flat_map(|segment| segment.iter()));
    if let Some(orientation) = orientation {
        // Marker, length 34, "Exif", big-endian TIFF with one entry: tag 0x0112, type SHORT, count 1, no next directory.
        picture.extend(*b"\xff\xe1\x00\x22Exif\0\0MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00");
        picture.extend([orientation, 0, 0, 0, 0, 0, 0]);
    }
    picture.extend(rest.iter().flat_map(|segment| segment.iter()));
    picture.extend([0xff, 0xd9]);
    picture
}

/// Height and width of a frame header.
fn check_size(body: &[u8]) -> Result<(), FileProblem> {
    let number = |at: usize| be16(body, at).map(u64::from).ok_or(FileProblem::Unreadable);
    let pixels = number(1)? * number(3)?;
    if (1..=PIXELS_MAX).contains(&pixels) { Ok(()) } else { Err(FileProblem::Unreadable) }
}

/// The orientation in the first directory of an EXIF segment, where it is one of the eight.
fn exif_orientation(body: &[u8]) -> Option<u8> {
    let tiff = body.strip_prefix(b"Exif\0\0")?;
    let big = match tiff.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let pair = [*tiff.get(at)?, *tiff.get(at + 1)?];
        Some(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    };
    let long = |at: usize| {
        let (first, second) = (u32::from(short(at)?), u32::from(short(at + 2)?));
        Some(if big { first << 16 | second } else { second << 16 | first })
    };
    let directory = usize::try_from(long(4)?).ok().filter(|at| *at < tiff.len())?;
    let entries = usize::from(short(directory)?);
    let mut places = (0..entries).map(|index| directory + 2 + index * 12);
    let entry = places.find(|at| short(*at) == Some(0x0112))?;
    u8::try_from(short(entry + 8)?).ok().filter(|orientation| (1..=8).contains(orientation))
}

fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

/// A segment: with its marker, and its content alone.
struct Segment<'b> {
    whole: &'b [u8],
    body: &'b [u8],
}

/// A place between two segments.
struct Walk<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Walk<'b> {
    /// The marker here; fill bytes before it are passed over. The place stays at its `0xff`.
    fn marker(&mut self) -> Result<u8, FileProblem> {
        if self.bytes.get(self.at) != Some(&0xff) {
            return Err(FileProblem::Unreadable);
        }
        while self.bytes.get(self.at + 1) == Some(&0xff) {
            self.at += 1;
        }
        self.bytes.get(self.at + 1).copied().ok_or(FileProblem::Unreadable)
    }

    /// Passes over the segment here.
    fn segment(&mut self) -> Result<Segment<'b>, FileProblem> {
        let length = usize::from(be16(self.bytes, self.at + 2).ok_or(FileProblem::Unreadable)?);
        let whole = self.bytes.get(self.at..self.at + 2 + length).ok_or(FileProblem::Unreadable)?;
        let body = whole.get(4..).ok_or(FileProblem::Unreadable)?;
        self.at += whole.len();
        Ok(Segment { whole, body })
    }

    /// Passes over a scan: its header and the coded data, in which `0xff` is followed by 0 or a restart mark.
    fn scan(&mut self) -> Result<&'b [u8], FileProblem> {
        let from = self.at;
        self.segment()?;
        while let Some(byte) = self.bytes.get(self.at) {
            match (*byte, self.bytes.get(self.at + 1)) {
                (0xff, Some(0x00 | 0xd0..=0xd7)) => self.at += 2,
                (0xff, Some(0xff)) => self.at += 1,
                (0xff, Some(_)) => return self.bytes.get(from..self.at).ok_or(FileProblem::Unreadable),
                (_, _) => self.at += 1,
            }
        }
        Err(FileProblem::Unreadable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attach::tests::corpus::{exif, jpeg, jpeg_with};

    #[test]
    fn what_tells_too_much_is_cut_out_and_the_way_up_stays() {
        let secret = exif(b"GPS 20.9N 106.4E iPhone", 6);
        let photo = jpeg_with(&[&secret, b"\xff\xfe\x00\x06note"], b"PK\x03\x04 hidden archive");
        let cleaned = clean(&photo).unwrap();
        let holds = |needle: &[u8]| cleaned.windows(needle.len()).any(|window| window == needle);
        assert!(!holds(b"GPS") && !holds(b"note") && !holds(b"PK"));
        assert!(cleaned.starts_with(b"\xff\xd8\xff\xe0") && cleaned.ends_with(&[0xff, 0xd9]));
        assert_eq!(clean(&cleaned).unwrap(), cleaned, "a cleaned picture stays as it is");
        let at = cleaned.windows(6).position(|window| window == b"Exif\0\0").unwrap();
        assert_eq!(exif_orientation(&cleaned[at..]), Some(6));
    }

    #[test]
    fn a_plain_picture_is_kept_to_the_bit() {
        let plain = jpeg(640, 480);
        assert_eq!(clean(&plain), Ok(plain));
    }

    #[test]
    fn sizes_out_of_proportion_are_refused() {
        for (width, height) in [(0, 480), (640, 0), (65_535, 65_535)] {
            assert_eq!(clean(&jpeg(width, height)), Err(FileProblem::Unreadable), "{width} x {height}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_panic(tail in proptest::collection::vec(proptest::num::u8::ANY, 0..400), cut in 0_usize..600) {
            let mut bytes = jpeg_with(&[&exif(&tail, 3)], &tail);
            bytes.truncate(cut);
            let _ = clean(&bytes);
            let _ = exif_orientation(&[b"Exif\0\0MM\0*".as_slice(), &tail].concat());
            let _ = exif_orientation(&[b"Exif\0\0II*\0".as_slice(), &tail].concat());
        }
    }
}
