//! Networks: those of trusted proxies, whose word about a client's address counts, and those of the units themselves.

use app::account::Origin;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use std::fmt;
use std::net::{IpAddr, SocketAddr};

/// The header in which proxies name the client; the last entry is the nearest.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Headers that only proxies set.
const PROXY_HEADERS: [&str; 5] = [FORWARDED_FOR, "forwarded", "via", "x-real-ip", "x-forwarded-host"];

/// Entries of the header that are looked at; nobody has more proxies in a row.
const HOPS_MAX: usize = 32;

/// A network written as `10.1.0.0/16`; an address alone is a network of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    first: IpAddr,
    length: u32,
}

/// A text is no network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a network such as 10.1.0.0/16 or 2001:db8::/32")]
pub struct NetworkError(String);

impl std::str::FromStr for Network {
    type Err = NetworkError;

    fn from_str(text: &str) -> Result<Self, NetworkError> {
        let wrong = || NetworkError(text.chars().take(64).collect());
        let (address, length) = text.split_once('/').map_or((text, None), |(a, l)| (a, Some(l)));
        let first: IpAddr = address.trim().parse().map_err(|_| wrong())?;
        let whole: u32 = if first.is_ipv4() { 32 } else { 128 };
        let length = length.map_or(Ok(whole), |length| length.trim().parse().map_err(|_| wrong()))?;
        if length > whole { Err(wrong()) } else { Ok(Self { first, length }) }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.first, self.length)
    }
}

impl Network {
    /// Whether an address lies within; an IPv4 address in its IPv6 form is the IPv4 address.
    pub fn contains(&self, address: IpAddr) -> bool {
        let whole = if self.first.is_ipv4() { 32 } else { 128 };
        // IPv4 lives in the last 32 bits of the mapped form, whose first 96 always count.
        let mask = u128::MAX.checked_shl(whole - self.length).unwrap_or(0);
        as_bits(address) & mask == as_bits(self.first) & mask
    }
}

fn as_bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(four) => u128::from(four.to_ipv6_mapped()),
        IpAddr::V6(six) => u128::from(six),
    }
}

/// The networks an installation knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Networks {
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Networks of the units: many people look up their dossiers from one address there.
    pub own: Vec<Network>,
}

impl Networks {
    /// Where a request came from. Only what a trusted proxy says of its own peer counts: from the nearest hop
    /// outwards, the first address that is no trusted proxy is the client's. What a stranger writes into the header
    /// stands further out and is never reached.
    pub fn origin(&self, peer: IpAddr, headers: &HeaderMap) -> Origin {
        let trusted = |address: IpAddr| is_in(&self.trusted_proxies, address);
        let by_proxy = trusted(peer);
        let via_proxy = by_proxy || speaks_of_a_proxy(headers);
        let mut address = peer.to_canonical();
        if by_proxy {
            for hop in hops(headers).take(HOPS_MAX) {
                // What nobody can read ends the walk: the last address that a trusted proxy gave stands.
                let Some(hop) = hop else { break };
                address = hop;
                if !trusted(hop) {
                    break;
                }
            }
        }
        Origin { address, via_proxy }
    }

    /// Whether an address is in a network of the units.
    pub fn is_own(&self, address: IpAddr) -> bool {
        is_in(&self.own, address)
    }
}

fn is_in(networks: &[Network], address: IpAddr) -> bool {
    networks.iter().any(|network| network.contains(address))
}

/// The hops of the header, nearest first; nothing where an entry is no address.
fn hops(headers: &HeaderMap) -> impl Iterator<Item = Option<IpAddr>> + '_ {
    let lines = headers.get_all(FORWARDED_FOR).iter().rev();
    lines.flat_map(|line| line.to_str().unwrap_or("?").rsplit(',').map(hop))
}

/// An entry: an address, in brackets or with a port as some proxies write it.
fn hop(entry: &str) -> Option<IpAddr> {
    let entry = entry.trim();
    let bare = entry.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(entry);
    let address = bare.parse().or_else(|_| entry.parse::<SocketAddr>().map(|with_port| with_port.ip()));
    address.ok().map(|address| address.to_canonical())
}

/// Whether anything in the head shows a proxy: its headers, or a name of another host than this machine.
fn speaks_of_a_proxy(headers: &HeaderMap) -> bool {
    let named = headers.get(HOST).and_then(|host| host.to_str().ok());
    PROXY_HEADERS.into_iter().any(|name| headers.contains_key(name))
        || named.is_some_and(|host| !is_local(host))
}

/// Whether a `Host` is a name or address of this machine, with or without a port.
fn is_local(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        Some(_) | None => host,
    };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let address = name.parse::<IpAddr>().is_ok_and(|address| address.to_canonical().is_loopback());
    address || name == "localhost" || name.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn networks(trusted: &[&str]) -> Networks {
        let trusted_proxies = trusted.iter().map(|text| text.parse().unwrap()).collect();
        Networks { trusted_proxies, own: Vec::new() }
    }

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn networks_contain_their_addresses() {
        for (network, inside, outside) in [
            ("10.1.0.0/16", "10.1.255.3", "10.2.0.1"),
            ("10.1.0.0/16", "::ffff:10.1.0.9", "::ffff:10.2.0.9"),
            ("192.0.2.7", "192.0.2.7", "192.0.2.8"),
            ("2001:db8::/32", "2001:db8:1::1", "2001:db9::1"),
        ] {
            let network: Network = network.parse().unwrap();
            assert!(network.contains(inside.parse().unwrap()), "{inside}");
            assert!(!network.contains(outside.parse().unwrap()), "{outside}");
            assert_eq!(network.to_string().parse(), Ok(network));
        }
        for bad in ["", "10.0.0.0/33", "ten", "10.0.0.0/x", "10.0.0.0/", "10.0.0.0/-1"] {
            assert!(bad.parse::<Network>().is_err(), "{bad}");
        }
        assert!("0.0.0.0/0".parse::<Network>().unwrap().contains("8.8.8.8".parse().unwrap()));
    }

    #[test]
    fn the_nearest_hop_that_is_no_proxy_of_ours_is_the_client() {
        let inside = networks(&["10.0.0.0/8", "::1"]);
        let rows: [(&str, &[&'static str], &str); 12] = [
            // Nobody in between, or somebody we do not trust: the header is air.
            ("203.0.113.5", &[], "203.0.113.5"),
            ("203.0.113.5", &["198.51.100.1"], "203.0.113.5"),
            ("203.0.113.5", &["10.0.0.1"], "203.0.113.5"),
            // One proxy, two proxies, and what the client wrote itself.
            ("10.0.0.1", &["198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", &["198.51.100.1, 10.0.0.2"], "198.51.100.1"),
            ("10.0.0.1", &["127.0.0.1, 198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", &["127.0.0.1", "198.51.100.1", "10.0.0.2"], "198.51.100.1"),
            // With a port, in brackets, as IPv6, mapped.
            ("10.0.0.1", &["198.51.100.1:5000"], "198.51.100.1"),
            ("::1", &["[2001:db8::7]:443"], "2001:db8::7"),
            ("::ffff:10.0.0.1", &["::ffff:198.51.100.1"], "198.51.100.1"),
            // Unreadable, or nothing but proxies.
            ("10.0.0.1", &["198.51.100.1, unknown, 10.0.0.2"], "10.0.0.2"),
            ("10.0.0.1", &[], "10.0.0.1"),
        ];
        for (peer, lines, client) in rows {
            let mut head = HeaderMap::new();
            for line in lines {
                head.append(FORWARDED_FOR, line.parse().unwrap());
            }
            let origin = inside.origin(peer.parse().unwrap(), &head);
            assert_eq!(origin.address.to_string(), client, "{peer} {lines:?}");
        }
    }

    #[test]
    fn every_sign_of_a_proxy_counts() {
        let here = "127.0.0.1".parse().unwrap();
        let through = |trusted: &[&str], pairs: &[(&'static str, &'static str)]| {
            networks(trusted).origin(here, &headers(pairs)).via_proxy
        };
        for host in ["localhost:8080", "127.0.0.1:8080", "[::1]:8080", "[::1]", "LOCALHOST.", "a.localhost"] {
            let mut head = HeaderMap::new();
            head.insert(HOST, host.parse().unwrap());
            assert!(!networks(&[]).origin(here, &head).via_proxy, "{host}");
        }
        assert!(!through(&[], &[]));
        assert!(through(&["127.0.0.1"], &[]), "a trusted proxy that says nothing is one");
        for pair in [
            ("x-forwarded-for", "127.0.0.1"),
            ("forwarded", "for=127.0.0.1"),
            ("x-real-ip", "127.0.0.1"),
            ("via", "1.1 caddy"),
            ("host", "motcua.example.vn"),
            ("host", "127.0.0.1.example.vn"),
        ] {
            assert!(through(&[], &[pair]), "{pair:?}");
        }
    }
}
