//! Where a request came from, as far as it can be believed.

use std::net::IpAddr;

/// The address of whoever asks, and whether somebody stands in between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The client's address: the peer's, or what trusted proxies say of it.
    pub address: IpAddr,
    /// Whether anything says that the request came through a proxy, trusted or not.
    pub via_proxy: bool,
}

impl Origin {
    /// Whether the request was made at this very machine. Behind a proxy nobody is: whatever the header claims, and
    /// even where the proxy itself runs here.
    pub const fn is_this_machine(&self) -> bool {
        let address = self.address.to_canonical();
        // No socket has an unspecified peer: such a request was made inside this process.
        !self.via_proxy && (address.is_loopback() || address.is_unspecified())
    }
}

impl From<IpAddr> for Origin {
    /// A client that is connected directly.
    fn from(address: IpAddr) -> Self {
        Self { address, via_proxy: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_a_proxy_nobody_is_at_this_machine() {
        for (address, here) in [
            ("127.0.0.1", true),
            ("::1", true),
            ("::ffff:127.0.0.1", true),
            ("192.168.1.20", false),
            ("2001:db8::1", false),
        ] {
            let direct = Origin::from(address.parse::<IpAddr>().unwrap());
            assert_eq!(direct.is_this_machine(), here, "{address}");
            assert!(!Origin { via_proxy: true, ..direct }.is_this_machine(), "{address}");
        }
    }
}
