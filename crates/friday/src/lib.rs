//! The arithmetic of a no-wait day: who is served when, how sure a promise is, what one more officer brings.
//!
//! One engine serves the live counter and the simulator, so that they cannot drift apart. It knows numbers only: no
//! clock, no files, no database, and no random source but a seed that is an input.
