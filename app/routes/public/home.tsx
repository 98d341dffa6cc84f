export default function Home() {
  return <h1>Entrepot</h1>;
}
