/** What a browser without a session sees. No script and no style: the policy of every page allows neither inline. */
export const keyPage = (refused: boolean): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Navette</title>
<main>
<h1>Navette</h1>
${refused ? '<p role="alert"><strong>That key was used already, is older than 15 minutes, or is not right.</strong></p>' : ''}
<p>To open Navette in this browser, enter the one-time key that <code>navette serve</code> gave you; start it again for a new one.</p>
<form method="post" action="/open">
<label>One-time key <input name="key" autocomplete="off" spellcheck="false" required autofocus></label>
<button>Open</button>
</form>
</main>
</html>
`
