//! What the use cases need of the world.

use jiff::Timestamp;
use std::io;
use std::path::PathBuf;

/// The time. Taken once for a use case and used for all it records.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;

    /// Moves the clock forward; only a demo's clock can. Says whether it did.
    fn move_to(&self, to: Timestamp) -> bool {
        let _ = to;
        false
    }
}

/// Random bits fit for keys.
pub trait Random: Send + Sync {
    /// Fills a buffer.
    fn fill(&self, buffer: &mut [u8]);

    /// 32 random bytes.
    fn key(&self) -> [u8; 32] {
        let mut key = [0; 32];
        self.fill(&mut key);
        key
    }

    /// A random number.
    fn number(&self) -> u128 {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        u128::from_be_bytes(bytes)
    }
}

/// Files by the hash of their content. What was put stays; putting twice is harmless.
pub trait Files: Send + Sync {
    /// Keeps the bytes durably under their hash (lower-case hexadecimal).
    ///
    /// # Errors
    /// Whatever the medium says; nothing is referenced then.
    fn put(&self, sha256: &str, bytes: &[u8]) -> io::Result<()>;

    /// Reads them back.
    ///
    /// # Errors
    /// [`io::ErrorKind::NotFound`] when they were never put.
    fn get(&self, sha256: &str) -> io::Result<Vec<u8>>;
}

/// The random source of the operating system.
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, buffer: &mut [u8]) {
        // Without random bits there is no safe way on; the kernel gives them or the machine is broken.
        #[allow(clippy::expect_used, reason = "no key may ever be predictable")]
        getrandom::fill(buffer).expect("the operating system gives random bits");
    }
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the one place that reads the machine's clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// Files in a folder, two levels deep by hash.
pub struct FolderFiles {
    root: PathBuf,
}

impl FolderFiles {
    /// Uses a folder, which is made when the first file comes.
    pub fn new(root: PathBuf) -> Self {
        Self { root }
    }

    fn path(&self, sha256: &str) -> io::Result<PathBuf> {
        let sound = sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_hexdigit());
        let prefix = sha256.get(..2).filter(|_| sound);
        let prefix = prefix.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "not a hash"))?;
        Ok(self.root.join(prefix).join(sha256))
    }
}

impl Files for FolderFiles {
    fn put(&self, sha256: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(sha256)?;
        if path.exists() {
            return Ok(());
        }
        let folder = path.parent().ok_or_else(|| io::Error::other("a file has a folder"))?;
        std::fs::create_dir_all(folder)?;
        let temporary = path.with_extension("part");
        let mut file = std::fs::File::create(&temporary)?;
        io::Write::write_all(&mut file, bytes)?;
        file.sync_all()?;
        std::fs::rename(&temporary, &path)?;
        // The name is durable only when the folder is.
        std::fs::File::open(folder)?.sync_all()
    }

    fn get(&self, sha256: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.path(sha256)?)
    }
}
