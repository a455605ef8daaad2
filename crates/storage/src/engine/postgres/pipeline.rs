//! Several statements on the wire before the first answer is awaited.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::Poll;

use futures_util::future::poll_fn;
use tokio_postgres::Error;

/// A statement that is sent when first polled, and gives the rows it changed.
pub(super) type Call<'c> = Pin<Box<dyn Future<Output = Result<u64, Error>> + 'c>>;

/// Sends all calls and then `last`, in order; then takes the answers in order.
pub(super) async fn in_order<T>(
    mut calls: Vec<Call<'_>>,
    last: impl Future<Output = T>,
) -> (Vec<Result<u64, Error>>, T) {
    let mut last = pin!(last);
    let mut ended = None;
    let answers: Vec<Option<Result<u64, Error>>> = poll_fn(|context| {
        let first_polls = calls
            .iter_mut()
            .map(|call| match call.as_mut().poll(context) {
                Poll::Ready(answer) => Some(answer),
                Poll::Pending => None,
            })
            .collect();
        if let Poll::Ready(value) = last.as_mut().poll(context) {
            ended = Some(value);
        }
        Poll::Ready(first_polls)
    })
    .await;
    let mut ordered = Vec::with_capacity(answers.len());
    for (call, answer) in calls.into_iter().zip(answers) {
        ordered.push(match answer {
            Some(answer) => answer,
            None => call.await,
        });
    }
    let last = match ended {
        Some(value) => value,
        None => last.await,
    };
    (ordered, last)
}
