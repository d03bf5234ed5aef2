const databaseName = 'orrery'
const version = 2
/** Every store, with the field that its records are known by. */
const stores = { 'recent-files': 'name', drafts: 'graph' } as const

let opening: Promise<IDBDatabase> | undefined

/** One store of the browser's IndexedDB, which is opened when first asked. Fails where it does. */
export async function openStore(
  name: keyof typeof stores,
  mode: IDBTransactionMode,
): Promise<IDBObjectStore> {
  opening ??= openDatabase()
  return (await opening).transaction(name, mode).objectStore(name)
}

/** The answer to a request, once it is there. */
export function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('the storage gave no answer'))
    })
  })
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, version)
  request.addEventListener('upgradeneeded', () => {
    for (const [name, keyPath] of Object.entries(stores)) {
      if (!request.result.objectStoreNames.contains(name)) {
        request.result.createObjectStore(name, { keyPath })
      }
    }
  })
  const blocked = new Promise<never>((_, reject) => {
    request.addEventListener('blocked', () => reject(new Error('another window holds the storage')))
  })
  const database = await Promise.race([answer(request), blocked])
  // A later version in another window must not wait for this one.
  database.addEventListener('versionchange', () => {
    database.close()
    opening = undefined
  })
  return database
}
