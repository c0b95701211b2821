/** As much of a browser's XMLHttpRequest as Microsoft's client uses, over fetch. */
export class FetchedRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  withCredentials = false;
  upload = {};
  onreadystatechange: ((event: object) => void) | null = null;
  ontimeout: ((event: object) => void) | null = null;
  onprogress: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  private asked = { method: '', url: '' };
  private readonly headers: Record<string, string> = {};
  private readonly leaving = new AbortController();

  open(method: string, url: string): void {
    this.asked = { method, url };
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  getAllResponseHeaders(): string {
    return '';
  }

  abort(): void {
    this.leaving.abort();
  }

  send(body?: string): void {
    const { method, url } = this.asked;
    fetch(url, { method, headers: this.headers, signal: this.leaving.signal, ...(body !== undefined && { body }) })
      .then(async (answer) => {
        this.responseText = await answer.text();
        this.response = this.responseText === '' ? null : JSON.parse(this.responseText);
        this.status = answer.status;
      })
      .catch(() => {
        this.status = 0;
      })
      .finally(() => {
        this.readyState = 4;
        this.onreadystatechange?.({});
      });
  }
}
