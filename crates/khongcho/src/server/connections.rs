//! Connections: how many, how long a request head may take, and how they end.

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

/// Connections at one time; more wait in the queue of the system. Open boards hold one each.
const CONNECTIONS_MAX: usize = 10_000;

/// A head that takes longer comes from a very bad line, or from somebody who wants to block us.
const HEAD_WITHIN: Duration = Duration::from_secs(20);

/// Requests that were begun get this long when the process is asked to stop.
const FINISH_WITHIN: Duration = Duration::from_secs(5);

/// After a failed accept (too many open files) the next try waits this long.
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_millis(100);

/// Answers connections until `stop` ends, then lets those that were begun finish.
pub async fn serve(listener: TcpListener, router: Router, mut stop: Pin<&mut impl Future<Output = ()>>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let (closing, closed) = watch::channel(());
    let mut open = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, &places) => accepted,
        };
        match accepted {
            Ok((place, stream, peer)) => {
                let answered = connection(stream, peer, router.clone(), closed.clone());
                open.spawn(async move {
                    answered.await;
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(ACCEPT_AGAIN_AFTER).await;
            }
        }
        while open.try_join_next().is_some() {}
    }
    drop((listener, closing));
    if timeout(FINISH_WITHIN, async { while open.join_next().await.is_some() {} }).await.is_err() {
        tracing::info!(left = open.len(), "connections were cut");
    }
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> std::io::Result<(tokio::sync::OwnedSemaphorePermit, TcpStream, SocketAddr)> {
    let place = places.clone().acquire_owned().await.map_err(std::io::Error::other)?;
    let (stream, peer) = listener.accept().await?;
    Ok((place, stream, peer))
}

async fn connection(stream: TcpStream, peer: SocketAddr, router: Router, mut closing: watch::Receiver<()>) {
    // Answers are written whole; waiting for more to send would only cost time.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| answer(router.clone(), peer, request));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_WITHIN);
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service));
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        _ = closing.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection broke off");
    }
}

async fn answer(
    router: Router,
    peer: SocketAddr,
    mut request: Request<Incoming>,
) -> Result<Response, Infallible> {
    request.extensions_mut().insert(ConnectInfo(peer));
    router.oneshot(request.map(Body::new)).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn what_was_begun_is_answered_and_the_peer_is_known() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let slow = |ConnectInfo(peer): ConnectInfo<SocketAddr>| async move {
            sleep(Duration::from_millis(300)).await;
            peer.ip().to_string()
        };
        let (stop, stopped) = oneshot::channel::<()>();
        let server = tokio::spawn(async move {
            let stop = async { drop(stopped.await) };
            serve(listener, Router::new().route("/", get(slow)), pin!(stop)).await;
        });
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
        sleep(Duration::from_millis(100)).await;
        stop.send(()).unwrap();
        let mut said = String::new();
        stream.read_to_string(&mut said).await.unwrap();
        assert!(said.starts_with("HTTP/1.1 200 OK") && said.ends_with("127.0.0.1"), "{said}");
        timeout(FINISH_WITHIN, server).await.unwrap().unwrap();
        assert!(TcpStream::connect(address).await.is_err());
    }
}
