/** The invented WhatsApp account of the benchmark, as its three processes know it. */
export const ACCOUNT = {
  appSecret: 'bench-app-secret',
  verifyToken: 'bench-verify-token',
  accessToken: 'bench-access-token',
  business: { wabaId: '200000000000001', displayPhone: '573000000000', phoneNumberId: '100000000000009' },
};
