/* Words that the server does not have yet, locked away in this browser.

   The key comes from the server with the page, for the person who is signed in (or is
   on their own page) and for no one else; it is never written to this computer. So
   after a crash the words come back to the person who wrote them, and a lost laptop tells
   nothing: without signing in there is no key to what lies on it. */

const NAME = "living-well"; // start.js forgets it when someone signs out
const DAYS = 7; // and then it is thrown away, read or not

const NOTHING = {
  place: async () => "",
  put: async () => false,
  get: async () => null,
  drop: async () => false,
};

function asked(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = request.onblocked = () => failed(request.error);
  });
}

function bytes(hex) {
  return Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
}

async function open() {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("words");
  const database = await asked(opening);
  database.onversionchange = () => database.close(); // someone signs out elsewhere
  return database;
}

/* What keeps and gives back words. Never throws: a browser that cannot keep says so. */
export async function locked(secret) {
  if (!secret || !globalThis.crypto?.subtle || !globalThis.indexedDB) return NOTHING;
  try {
    const key = await crypto.subtle.importKey(
      "raw", bytes(secret), "AES-GCM", false, ["encrypt", "decrypt"],
    );
    const shelf = new Shelf(await open(), key, secret);
    shelf.throwOldOnesAway();
    return shelf;
  } catch {
    return NOTHING;
  }
}

class Shelf {
  constructor(database, key, secret) {
    Object.assign(this, { database, key, secret });
  }

  words(mode) {
    return this.database.transaction("words", mode).objectStore("words");
  }

  /* A name that tells nothing: not which page, and not whose. */
  async place(name) {
    const text = new TextEncoder().encode(this.secret + name);
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
    return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async put(place, kept) {
    try {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(kept));
      const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.key, text);
      const store = this.words("readwrite");
      const written = new Promise((done, failed) => {
        store.transaction.oncomplete = () => done(true);
        store.transaction.onabort = store.transaction.onerror = failed;
      });
      store.put({ iv, data, at: Date.now() }, place);
      return await written;
    } catch {
      return false; // a full disk
    }
  }

  async get(place) {
    try {
      const found = await asked(this.words("readonly").get(place));
      if (!found) return null;
      const how = { name: "AES-GCM", iv: found.iv };
      const text = await crypto.subtle.decrypt(how, this.key, found.data);
      return JSON.parse(new TextDecoder().decode(text));
    } catch {
      return null;
    }
  }

  async drop(place) {
    try {
      await asked(this.words("readwrite").delete(place));
      return true;
    } catch {
      return false;
    }
  }

  throwOldOnesAway() {
    const cursor = this.words("readwrite").openCursor();
    cursor.onsuccess = () => {
      const row = cursor.result;
      if (!row) return;
      if (Date.now() - row.value.at > DAYS * 86_400_000) row.delete();
      row.continue();
    };
  }
}
