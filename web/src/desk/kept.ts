/** What this browser keeps: one table of IndexedDB, by key. A browser that keeps nothing answers with nothing. */

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('ziping', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('kept')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

async function ask<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('kept', mode)
    const request = act(transaction.objectStore('kept'))
    // A write is done when its transaction is: only then may a person be told so.
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error ?? request.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

export async function recall<T>(key: string): Promise<T | undefined> {
  return (await ask('readonly', (store) => store.get(key) as IDBRequest<T | undefined>)) ?? undefined
}

export async function keep(key: string, value: unknown): Promise<void> {
  await ask('readwrite', (store) => store.put(value, key))
}

export async function forget(key: string): Promise<void> {
  await ask('readwrite', (store) => store.delete(key))
}

/** Keys that begin with a prefix. */
export async function keysOf(prefix: string): Promise<readonly string[]> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
  return (await ask('readonly', (store) => store.getAllKeys(range))).map(String)
}
