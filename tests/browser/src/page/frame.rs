//! Pages within the page.

use serde::de::DeserializeOwned;

use super::Page;
use crate::failure::{Failure, Outcome};

impl Page {
    /// Follows the commands into the frame that a JavaScript expression gives, which may stand in a
    /// shadow.
    pub async fn enter_frame_of(&self, expression: &str) -> Outcome {
        let body = format!("return {expression}");
        let found = self.driver().await?.execute(&body, Vec::new()).await?;
        let frame = found.element().map_err(|error| {
            Failure::from(error).during(&format!("finding the frame `{expression}`"))
        })?;
        Ok(frame.enter_frame().await?)
    }

    /// Runs the body of a JavaScript function in the frame that `expression` gives, and comes back.
    pub async fn exec_in<T: DeserializeOwned>(&self, expression: &str, body: &str) -> Outcome<T> {
        self.enter_frame_of(expression).await?;
        let result = self.exec(body).await;
        self.leave_frame().await?;
        result
    }

    /// Waits until a JavaScript expression is true in the frame that `expression` gives, and comes
    /// back; otherwise fails with `sentence`.
    pub async fn wait_in(
        &self,
        expression: &str,
        condition: &str,
        milliseconds: u64,
        sentence: &str,
    ) -> Outcome {
        self.enter_frame_of(expression).await?;
        let result = self.wait_until(condition, milliseconds, sentence).await;
        self.leave_frame().await?;
        result
    }
}
